package renda.gateway.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.gateway.edge.EdgeHeaders;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;
import renda.gateway.problem.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The work report of a term (工作报告).
 */
@RestController
class ReportController {

	static final MediaType DOCX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

	private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, MARKDOWN, DOCX);

	/** For a link in a browser, which sends no {@code Accept} of its own. */
	private static final Map<String, MediaType> NAMED = Map.of("json", MediaType.APPLICATION_JSON, "md", MARKDOWN,
			"docx", DOCX);

	private static final List<String> PARAMETERS = List.of("term", "asOf", "format");

	private final ReportComposer composer;

	private final JsonMapper json;

	private final ReportSettings settings;

	ReportController(ReportComposer composer, JsonMapper json, ReportSettings settings) {
		this.composer = composer;
		this.json = json;
		this.settings = settings;
	}

	/**
	 * Composes the report from the figures of all services.
	 * @param term the term (届), 1 to 99
	 * @param asOf the last day counted, as 2022-12-31; today where absent
	 * @param format {@code json}, {@code md} or {@code docx}; goes before {@code Accept}
	 * @return JSON, Markdown or DOCX; 200 also where a service is down, its figures
	 * marked missing; 400 for a wrong parameter, 406 for another format
	 */
	@GetMapping("/api/v1/work-report")
	Mono<ResponseEntity<byte[]>> report(@RequestParam(required = false) @Nullable String term,
			@RequestParam(required = false) @Nullable String asOf,
			@RequestParam(required = false) @Nullable String format, @RequestParam MultiValueMap<String, String> given,
			@RequestHeader HttpHeaders headers) {
		List<Problem.Wrong> wrong = new ArrayList<>(Problem.Wrong.unknown(given.keySet(), PARAMETERS));
		int ofTerm = term(term, wrong);
		LocalDate day = day(asOf, wrong);
		MediaType type = type(format, headers, wrong);
		if (!wrong.isEmpty()) {
			return Mono.error(new Refused(Problem.invalid(wrong)));
		}
		String gateway = gateway(headers);
		Locale language = Text.language(headers);
		return this.composer.compose(ofTerm, day, language)
			// a document takes milliseconds of computing
			.publishOn(Schedulers.boundedElastic())
			.map((report) -> ResponseEntity.ok()
				.headers((answer) -> describe(answer, type, ofTerm, day))
				.body(bytes(report, type, language, gateway)));
	}

	private byte[] bytes(WorkReport report, MediaType format, Locale language, String gateway) {
		if (format.equals(DOCX)) {
			return ReportDocument.of(report, language, gateway);
		}
		return (format.equals(MARKDOWN) ? ReportMarkdown.of(report, language, gateway)
				: this.json.writeValueAsString(report))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Where the caller reached the gateway, as the edge has told it. */
	private static String gateway(HttpHeaders headers) {
		String host = headers.getFirst(EdgeHeaders.HOST);
		return (host != null) ? headers.getFirst(EdgeHeaders.PROTO) + "://" + host : "";
	}

	private static void describe(HttpHeaders answer, MediaType format, int term, LocalDate day) {
		answer.setContentType(format);
		answer.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
		answer.setCacheControl("no-cache");
		if (format.equals(DOCX)) {
			answer.set(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"work-report-%d-%s.docx\"".formatted(term, day));
		}
	}

	private static int term(@Nullable String term, List<Problem.Wrong> wrong) {
		if (term != null && term.matches("[1-9][0-9]?")) {
			return Integer.parseInt(term);
		}
		wrong.add(new Problem.Wrong("term", Text.of("请给出届次，1 至 99 的整数。", "Give the term, a number from 1 to 99.")));
		return 0;
	}

	private LocalDate day(@Nullable String asOf, List<Problem.Wrong> wrong) {
		LocalDate today = LocalDate.now(Clock.system(this.settings.zone()));
		if (asOf == null) {
			return today;
		}
		try {
			LocalDate day = LocalDate.parse(asOf);
			if (day.getYear() >= 1949 && day.getYear() <= 9999) {
				return day;
			}
		}
		catch (DateTimeParseException ex) {
			// answered below
		}
		wrong.add(new Problem.Wrong("asOf", Text.of("请按 2022-12-31 的格式给出日期。", "Give a date like 2022-12-31.")));
		return today;
	}

	private static MediaType type(@Nullable String format, HttpHeaders headers, List<Problem.Wrong> wrong) {
		if (format == null) {
			return accepted(headers);
		}
		MediaType named = NAMED.get(format);
		if (named != null) {
			return named;
		}
		wrong.add(new Problem.Wrong("format", Text.of("格式只能是 json、md 或 docx。", "The format is json, md or docx.")));
		return MediaType.APPLICATION_JSON;
	}

	private static MediaType accepted(HttpHeaders headers) {
		List<MediaType> accepted;
		try {
			accepted = new ArrayList<>(headers.getAccept());
		}
		catch (IllegalArgumentException ex) {
			accepted = List.of(MediaType.ALL);
		}
		if (accepted.isEmpty()) {
			return MediaType.APPLICATION_JSON;
		}
		MimeTypeUtils.sortBySpecificity(accepted);
		for (MediaType one : accepted) {
			for (MediaType offer : OFFERED) {
				if (one.getQualityValue() > 0 && one.isCompatibleWith(offer)) {
					return offer;
				}
			}
		}
		throw new Refused(Problem.notAcceptable("application/json, text/markdown, " + DOCX));
	}

}
