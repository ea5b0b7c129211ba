package renda.legislation.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.parse.LegalTextReader;
import renda.legislation.parse.ReadResult;
import renda.legislation.reference.Reference;
import renda.legislation.reference.References;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.text.History;
import renda.legislation.text.LegalAct;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.platform.city.CityProfile;
import renda.platform.search.Bigrams;
import renda.platform.security.Sha256;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Reads texts ready for the register. It only computes; call it off the event loop.
 */
@Service
public class Readings {

	/** The most bytes one text may have; the longest law known has a tenth. */
	public static final int LONGEST = 8 << 20;

	private static final int LONGEST_TITLE = 300;

	private static final int LONGEST_INDEXED = 20_000;

	private static final Pattern FILE_DATE = Pattern.compile("\\((\\d{4})-(\\d{2})-(\\d{2})\\)(?:\\.[A-Za-z]{1,8})?$");

	private final JsonMapper json;

	private final CityProfile city;

	Readings(JsonMapper json, CityProfile city) {
		this.json = json;
		this.city = city;
	}

	/**
	 * Reads one file.
	 * @param fileName its name, with or without folders
	 * @param bytes its content
	 */
	public Outcome read(String fileName, byte[] bytes) {
		ReadResult result = LegalTextReader.read(fileName, bytes);
		return switch (result) {
			case ReadResult.Refused refused ->
				new Outcome.Refused(Text.of(refused.reason().chinese(), refused.reason().english()));
			case ReadResult.Read read -> read(fileName, bytes, read.text());
		};
	}

	/**
	 * Reads what somebody typed or pasted, off the event loop.
	 * @param text title, head note and body, in Markdown or plain text
	 * @param pointer where it stands in the request
	 * @return the text; the error 422 not-a-regulation where it is no legal text
	 */
	public Mono<Reading> of(String text, String pointer) {
		return Mono.fromCallable(() -> read("", text.getBytes(StandardCharsets.UTF_8)))
			.subscribeOn(Schedulers.parallel())
			.flatMap((outcome) -> switch (outcome) {
				case Outcome.Taken taken -> Mono.just(taken.reading());
				case Outcome.Refused refused ->
					Mono.error(Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-regulation", refused.reason())
						.with("errors", List.of(new Refusal.FieldError(pointer, refused.reason()))));
			});
	}

	private Outcome read(String fileName, byte[] bytes, LegalText text) {
		if (text.title().length() > LONGEST_TITLE) {
			return new Outcome.Refused(Text.of("标题超过 300 个字符", "The title has more than 300 characters"));
		}
		LocalDate fileDate = fileDate(fileName);
		List<LegalAct> acts = History.of(text.events());
		Lawmaker maker = Lawmaker.of(text.title(), acts, this.city);
		RegulationKind kind = RegulationKinds.of(fileName, text.title(), maker, acts);
		List<Reference> references = References.find(text);
		return new Outcome.Taken(new Reading(fileName, fileDate, bytes, Sha256.hex(bytes), text,
				this.json.writeValueAsString(text), this.json.writeValueAsString(references),
				references.stream().filter((reference) -> !reference.title().isEmpty()).toList(), pieces(text), maker,
				kind, Chronicle.of(text, acts, maker.needsApproval(kind), fileDate)));
	}

	private static List<Reading.Piece> pieces(LegalText text) {
		List<Reading.Piece> pieces = new ArrayList<>();
		text.body().forEach((node) -> collect(node, "", pieces));
		return List.copyOf(pieces);
	}

	private static void collect(Node node, String path, List<Reading.Piece> pieces) {
		boolean around = node.stream().anyMatch((inner) -> inner != node && inner.kind() == Node.Kind.ARTICLE);
		boolean division = switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION -> true;
			default -> around;
		};
		if (!division) {
			String words = node.plainText();
			if (!words.isBlank()) {
				String indexed = (words.length() > LONGEST_INDEXED) ? words.substring(0, LONGEST_INDEXED) : words;
				pieces.add(new Reading.Piece(node.id(), node.label(), path, words, Bigrams.vector(indexed, 'B')));
			}
			return;
		}
		String heading = (node.label() + " " + node.text()).strip();
		String below = path.isEmpty() ? heading : path + " " + heading;
		node.children().forEach((child) -> collect(child, below, pieces));
	}

	/**
	 * The date in a file's name.
	 */
	static @Nullable LocalDate fileDate(String fileName) {
		Matcher matcher = FILE_DATE.matcher(fileName);
		if (!matcher.find()) {
			return null;
		}
		try {
			return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					Integer.parseInt(matcher.group(3)));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * What came of a file.
	 */
	public sealed interface Outcome {

		/**
		 * A text.
		 *
		 * @param reading what was read
		 */
		record Taken(Reading reading) implements Outcome {
		}

		/**
		 * No regulation.
		 *
		 * @param reason why
		 */
		record Refused(Text reason) implements Outcome {
		}

	}

}
