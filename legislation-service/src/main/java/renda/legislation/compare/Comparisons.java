package renda.legislation.compare;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.format.Representation;
import renda.legislation.format.TextFormat;
import renda.legislation.regulation.HeldText;
import renda.legislation.regulation.LegalTexts;
import renda.legislation.text.LegalText;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Service;

/**
 * Compares two texts, whether the register has them or not, and answers in the form the
 * caller accepts.
 */
@Service
public class Comparisons {

	private static final CacheControl OPEN = CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();

	private final LegalTexts texts;

	private final JsonMapper json;

	Comparisons(LegalTexts texts, JsonMapper json) {
		this.texts = texts;
		this.json = json;
	}

	/**
	 * The form of a comparison that a caller wants: JSON or HTML.
	 */
	public static Representation form(@Nullable String format, ServerHttpRequest request) {
		return Representation.of(format, request, List.of(TextFormat.HTML));
	}

	/**
	 * A text of the register.
	 * @param name a version's id, or {@code regulationId@2021-10-01}, or a regulation's
	 * id for today
	 * @param parameter the name of the query parameter
	 * @throws Refusal 400 where the name is none of these, 404 where there is no such
	 * text
	 */
	public Mono<Side> side(String name, String parameter) {
		int at = name.indexOf('@');
		try {
			UUID id = UUID.fromString((at < 0) ? name : name.substring(0, at));
			LocalDate on = (at < 0) ? null : LocalDate.parse(name.substring(at + 1));
			Mono<HeldText> held = (on != null) ? this.texts.find(id, on, null) : this.texts.find(id);
			return held.map((text) -> new Side(new Label(text.version().regulationId(), text.version().id(), null,
					text.version().title(), text.version().label()), this.texts.text(text)));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return Mono.error(Refusal.invalid(parameter, Text.of("须为版本 id、法规id@日期（如 …@2021-10-01）或法规 id。",
					"Give a version's id, a regulation's id@date (such as …@2021-10-01), or a regulation's id.")));
		}
	}

	/**
	 * Answers with what differs.
	 * @param open whether everyone may read both texts, so that a cache may keep it
	 */
	public Mono<ResponseEntity<byte[]>> answer(Side from, Side to, Representation form, boolean open) {
		return Mono.fromCallable(() -> {
			TextDiff diff = TextDiff.between(from.text, to.text);
			byte[] body = form.format().isPresent()
					? TextDiffHtml.render(diff, from.label.words(), to.label.words()).getBytes(StandardCharsets.UTF_8)
					: this.json.writeValueAsBytes(new Comparison(from.label, to.label, diff.same(), diff));
			return ResponseEntity.ok()
				.contentType(form.format().isPresent() ? MediaType.parseMediaType("text/html;charset=UTF-8")
						: MediaType.APPLICATION_JSON)
				.cacheControl(open ? OPEN : CacheControl.noStore())
				.header("Vary", "Accept")
				.header("X-Content-Type-Options", "nosniff")
				.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
				.body(body);
		}).subscribeOn(Schedulers.parallel());
	}

	/**
	 * One of two texts.
	 */
	public record Side(Label label, LegalText text) {
	}

	/**
	 * Which text it is.
	 *
	 * @param regulationId the regulation; missing for a draft
	 * @param versionId the version; missing for a draft
	 * @param draftId the draft; missing for a text of the register, and for one that is
	 * not kept
	 * @param title the title
	 * @param label the version: 2018年修正
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Label(@Nullable UUID regulationId, @Nullable UUID versionId, @Nullable UUID draftId, String title,
			String label) {

		/**
		 * A draft.
		 * @param id its id; null for one that is not kept
		 */
		public static Label draft(@Nullable UUID id, String title, String label) {
			return new Label(null, null, id, title, label);
		}

		String words() {
			return this.title + "（" + this.label + "）";
		}

	}

	/**
	 * A comparison.
	 *
	 * @param from the old text
	 * @param to the new text
	 * @param same whether nothing differs
	 * @param diff what differs
	 */
	record Comparison(Label from, Label to, boolean same, TextDiff diff) {
	}

}
