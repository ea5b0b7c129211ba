package renda.gateway.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;
import renda.gateway.problem.Text;
import renda.gateway.report.WorkReport.Part;
import renda.gateway.report.WorkReport.Said;
import renda.gateway.report.WorkReport.Shown;
import renda.gateway.report.WorkReport.State;
import renda.gateway.route.ServiceClient;
import renda.gateway.route.ServiceSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Asks all services at once and puts their figures into the sentences. What a service
 * does not answer is marked missing; nothing is ever guessed.
 */
@Component
class ReportComposer {

	private static final Logger log = LoggerFactory.getLogger(ReportComposer.class);

	private static final Text UNREACHABLE = Text.of("统计该数据的服务暂时无法访问。",
			"The service that counts this cannot be reached now.");

	private static final Text UNKNOWN = Text.of("平台尚未记录该项数据。", "The platform does not record this yet.");

	private final ServiceClient services;

	private final JsonMapper json;

	private final Duration timeout;

	private final ReportCatalogue catalogue = ReportCatalogue.load();

	ReportComposer(ServiceClient services, JsonMapper json, ReportSettings settings) {
		this.services = services;
		this.json = json;
		this.timeout = settings.timeout();
	}

	/**
	 * Composes the report.
	 * @param language of what a service finds wrong with term or day, which ends the
	 * report with a refusal
	 */
	Mono<WorkReport> compose(int term, LocalDate asOf, Locale language) {
		return Flux.fromIterable(ServiceSettings.NAMES)
			.flatMap((service) -> ask(service, term, asOf, language).map((answer) -> Map.entry(service, answer)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map((answers) -> report(term, asOf, answers));
	}

	private Mono<Optional<Map<String, Figures.Figure>>> ask(String service, int term, LocalDate asOf, Locale language) {
		String path = "/api/v1/" + service + "/figures?term=" + term + "&asOf=" + asOf;
		return this.services
			.get(service, path, Map.of(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag()), this.timeout)
			.map((body) -> Optional.of(byKey(this.json.readValue(body, Figures.class))))
			.defaultIfEmpty(Optional.empty())
			.onErrorResume((thrown) -> {
				if (thrown instanceof ServiceClient.NotAnswered answer && answer.status() == 400) {
					return Mono.error(new Refused(Problem.invalid(wrong(answer))));
				}
				log.warn("figures of {} are missing: {}", service, thrown.toString());
				return Mono.just(Optional.empty());
			});
	}

	/** What the service finds wrong, such as a term that the city has not had. */
	private List<Problem.Wrong> wrong(ServiceClient.NotAnswered answer) {
		return this.json.readTree(answer.body())
			.path("errors")
			.valueStream()
			.map((error) -> new Problem.Wrong(error.path("pointer").asString(),
					Text.of(error.path("detail").asString(), error.path("detail").asString())))
			.toList();
	}

	private static Map<String, Figures.Figure> byKey(Figures figures) {
		Map<String, Figures.Figure> byKey = new HashMap<>();
		figures.all().forEach((figure) -> {
			if (figure.key() != null) {
				byKey.putIfAbsent(figure.key(), figure);
			}
		});
		return byKey;
	}

	private WorkReport report(int term, LocalDate asOf, Map<String, Optional<Map<String, Figures.Figure>>> answers) {
		List<String> missing = answers.entrySet()
			.stream()
			.filter((answer) -> answer.getValue().isEmpty())
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		List<Part> parts = this.catalogue.sections()
			.stream()
			.map((section) -> new Part(section.title(),
					section.sentences()
						.stream()
						.map((sentence) -> said(sentence, answers.getOrDefault(sentence.service(), Optional.empty())))
						.toList()))
			.toList();
		return new WorkReport(term, asOf, missing.isEmpty(), missing, parts);
	}

	private static Said said(ReportCatalogue.Sentence sentence, Optional<Map<String, Figures.Figure>> answer) {
		List<Shown> shown = sentence.keys().stream().map((key) -> shown(key, sentence.service(), answer)).toList();
		return new Said(new Text(sentence.fill(sentence.zh(), words(shown, true)),
				sentence.fill(sentence.en(), words(shown, false))), shown);
	}

	private static Shown shown(String key, String service, Optional<Map<String, Figures.Figure>> answer) {
		if (answer.isEmpty()) {
			return new Shown(key, service, State.MISSING, null, null, null, null, null, null, true, UNREACHABLE);
		}
		Figures.Figure figure = answer.get().get(key);
		if (figure == null || figure.value() == null) {
			return new Shown(key, service, State.NOT_RECORDED, null, null, null, null, null, null, false, UNKNOWN);
		}
		String display = (figure.display() != null) ? figure.display() : Long.toString(figure.value());
		return new Shown(key, service, State.COUNTED, figure.value(), display, figure.unit(), figure.title(),
				figure.definition(), figure.items(), false, null);
	}

	private static Map<String, String> words(List<Shown> shown, boolean chinese) {
		return shown.stream().collect(Collectors.toMap(Shown::key, (figure) -> switch (figure.state()) {
			case COUNTED -> String.valueOf(chinese ? figure.display() : figure.value());
			case NOT_RECORDED -> chinese ? "〔尚未记录〕" : "[not yet recorded]";
			case MISSING -> chinese ? "〔数据暂缺〕" : "[missing]";
		}, (first, _) -> first));
	}

}
