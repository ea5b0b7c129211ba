package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.cleanup.CleanupRound.Topic;
import renda.legislation.impact.Referring;
import renda.legislation.impact.Referring.Referrer;
import renda.platform.cases.PastCases;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes past rounds in bulk, each with its scope and decisions. A round is known by its
 * code; a known one is left as it is.
 */
@Component
class CleanupImport implements ImportKind<CleanupImport.Row> {

	private final CleanupKind kind;

	private final PastCases past;

	private final Referring referring;

	CleanupImport(CleanupKind kind, PastCases past, Referring referring) {
		this.kind = kind;
		this.past = past;
		this.referring = referring;
	}

	@Override
	public String name() {
		return "cleanup-rounds";
	}

	@Override
	public Text description() {
		return Text.of("专项清理，一行一轮；items 写作 题名=KEEP;题名=AMEND，题名须在法规库中。",
				"Clean-up rounds, one a row; items are title=KEEP;title=AMEND, and the titles are in the register.");
	}

	@Override
	public Class<Row> row() {
		return Row.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Row>> rows, Command command) {
		return texts(rows.stream().flatMap((row) -> row.row().decided().keySet().stream()).distinct().toList())
			.flatMap((register) -> this.past.record(this.kind, rows, Row::code,
					(row) -> new PastCleanup(row, register, command.caller()).lived()))
			.map(PastCases.Recorded::applied);
	}

	/**
	 * The texts of the register, by the titles asked for.
	 */
	private Mono<Map<String, Referrer>> texts(List<String> titles) {
		return this.referring.byTitles(titles).flatMap((ids) -> this.referring.byIds(ids.values()).map((found) -> {
			Map<UUID, Referrer> known = new HashMap<>();
			found.forEach((text) -> known.put(text.id(), text));
			Map<String, Referrer> texts = new HashMap<>();
			ids.forEach((title, id) -> {
				Referrer text = known.get(id);
				if (text != null) {
					texts.put(title, text);
				}
			});
			return texts;
		}));
	}

	/**
	 * One round.
	 *
	 * @param items what was decided about each text: {@code 题名=AMEND;题名=KEEP}
	 * @param body the code of the body that checked them
	 * @param bills the bills that followed: {@code 题名=FA-2020-0001}
	 */
	record Row(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String code,
			@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 60) String field,
			@Nullable @Size(max = 200) String superior, @Nullable LocalDate changedOn,
			@Nullable @Size(max = 300) String basis, @Positive int term, @NotNull @PastOrPresent LocalDate begunOn,
			@Nullable @PastOrPresent LocalDate completedOn,
			@NotBlank @Size(max = 20_000) @Pattern(
					regexp = "[^;=]+=(KEEP|AMEND|REVISE|REPEAL)(;[^;=]+=(KEEP|AMEND|REVISE|REPEAL))*") String items,
			@NotNull @Pattern(regexp = CleanupAction.CODE) String body, @Nullable @Size(max = 20_000) String bills,
			@Nullable @Size(max = 50_000) String report, @Nullable Boolean sample) {

		Topic topic() {
			return new Topic(this.title.strip(), this.field.strip(), Given.orEmpty(this.superior), this.changedOn,
					Given.orEmpty(this.basis));
		}

		/**
		 * What was decided, by title.
		 */
		Map<String, Act> decided() {
			Map<String, Act> decided = new LinkedHashMap<>();
			pairs(this.items).forEach((title, act) -> decided.put(title, Act.valueOf(act)));
			return decided;
		}

		/**
		 * The codes of the bills, by title.
		 */
		Map<String, String> started() {
			return pairs(this.bills);
		}

		private static Map<String, String> pairs(@Nullable String written) {
			Map<String, String> pairs = new LinkedHashMap<>();
			if (written != null) {
				Arrays.stream(written.split(";"))
					.map(String::strip)
					.filter((pair) -> pair.contains("="))
					.forEach((pair) -> pairs.put(pair.substring(0, pair.lastIndexOf('=')).strip(),
							pair.substring(pair.lastIndexOf('=') + 1).strip()));
			}
			return pairs;
		}

		/**
		 * A text of the register.
		 */
		Referrer text(String named, Map<String, Referrer> register) {
			Referrer text = register.get(named);
			if (text == null) {
				throw Refusal.invalid("items", Text.of("法规库中没有：%s。", "The register has no %s.", named));
			}
			return text;
		}

	}

}
