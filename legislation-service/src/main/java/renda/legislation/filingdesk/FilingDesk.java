package renda.legislation.filingdesk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.legislation.filing.Filing;
import renda.legislation.filing.FilingKind;
import renda.legislation.filing.FilingView;
import renda.legislation.normative.FilingCheck;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingEntry;
import renda.legislation.normative.FilingIntake;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.command.Command;
import renda.platform.file.StoredFiles;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes filings in: checks them, fills in what only the service knows, and opens the
 * case.
 */
@Component
class FilingDesk {

	private final FilingKind kind;

	private final Filings filings;

	private final Proceedings proceedings;

	private final StoredFiles files;

	private final RuleBook rules;

	private final CaseCodes codes;

	private final JsonMapper json;

	private final Clock clock;

	private final String government;

	/**
	 * The desk.
	 * @param government the code of the city's own government, whose rules alone may be
	 * annulled here
	 */
	FilingDesk(FilingKind kind, Filings filings, Proceedings proceedings, StoredFiles files, RuleBook rules,
			CaseCodes codes, JsonMapper json, Clock clock,
			@Value("${renda.filing.own-government:city-government}") String government) {
		this.kind = kind;
		this.filings = filings;
		this.proceedings = proceedings;
		this.files = files;
		this.rules = rules;
		this.codes = codes;
		this.json = json;
		this.clock = clock;
		this.government = government;
	}

	/**
	 * What a filing lacks. Nothing is kept.
	 */
	Mono<FilingCheck> check(FilingEntry entry, Caller caller) {
		return completed(entry, caller).flatMap((known) -> checked(known, null));
	}

	/**
	 * Opens a case, with a document that is filed or only known of.
	 */
	Mono<ResponseEntity<Shown<FilingView>>> open(String step, FilingEntry entry, Command command) {
		boolean filed = step.equals("file");
		return completed(entry, command.caller()).flatMap((known) -> checked(known, null).flatMap((check) -> {
			requireWellFormed(check);
			LocalDate on = on(known);
			FilingDocument document = known.document(Objects.requireNonNull(known.maker()));
			FilingIntake intake = FilingIntake.dueOn(Objects.requireNonNull(check.dueOn()));
			FilingIntake entered = filed ? intake.filed(on, Given.orEmpty(known.late())) : intake;
			return this.proceedings.open(this.kind, step, known,
					() -> this.codes.next("BA", on.getYear())
						.map((code) -> Filing.of(Ids.next(), code, filed ? Filing.State.FILED : Filing.State.ISSUED, on,
								document, entered, false)),
					command);
		}));
	}

	/**
	 * The body of a step with what the service knows; what is malformed is left for the
	 * step to refuse.
	 */
	Mono<JsonNode> completed(UUID id, String step, ObjectNode own, Caller caller) {
		return switch (step) {
			case "submit", "supplement" -> entered(id, own, caller);
			case "move-annulment" -> this.proceedings.found(this.kind, id, caller)
				.map((filing) -> own.put("own", filing.document().maker().equals(this.government)));
			default -> Mono.just(own);
		};
	}

	private Mono<JsonNode> entered(UUID id, ObjectNode body, Caller caller) {
		ObjectNode entry = body.deepCopy();
		entry.remove(List.of("on", "lateReason", "files"));
		FilingEntry read;
		try {
			read = this.json.treeToValue(entry, FilingEntry.class);
		}
		catch (JacksonException ex) {
			return Mono.just(body);
		}
		return this.proceedings.found(this.kind, id, caller)
			.delayUntil((filing) -> held(id, read.refiles()))
			.flatMap((filing) -> known(read).map((files) -> read.by(filing.document().maker(), files))
				.flatMap((known) -> checked(known, id).map((check) -> {
					requireWellFormed(check);
					return body.put("maker", filing.document().maker())
						.set("files", this.json.valueToTree(known.files()));
				})));
	}

	/**
	 * Locks a filing and the one that it replaces by id, so that of two that replace each
	 * other each waits for the other's end.
	 */
	private Mono<Void> held(UUID id, @Nullable UUID replaced) {
		return (replaced == null) ? Mono.empty()
				: Flux.just(id, replaced).sort().concatMap(this.kind.table()::locked).then();
	}

	private Mono<FilingEntry> completed(FilingEntry entry, Caller caller) {
		boolean office = caller.has(Role.FILING_OFFICE);
		if (!office && caller.organ().isEmpty()) {
			return Mono.error(Refusal.forbidden(Text.of("令牌未写明所代表的机关。", "The token names no organ.")));
		}
		if (!office && entry.receivedOn() != null) {
			return Mono.error(Refusal.invalid("/receivedOn",
					Text.of("收到日期由备案审查工作机构填写。", "The day of receipt is said by the filing office.")));
		}
		if (on(entry).isAfter(LocalDate.now(this.clock))) {
			return Mono.error(Refusal.invalid("/receivedOn", Text.of("不得晚于今天。", "It cannot be after today.")));
		}
		if (!office && entry.maker() != null && !entry.maker().equals(caller.organ())) {
			return Mono.error(Refusal.forbidden(Text.of("只能报送本机关制定的文件。", "An organ files its own documents.")));
		}
		String maker = office ? Objects.requireNonNullElse(entry.maker(), "") : caller.organ();
		return known(entry).map((files) -> entry.by(maker, files));
	}

	private Mono<List<FilingDocument.FilingFile>> known(FilingEntry entry) {
		return Flux.fromIterable(entry.named())
			.concatMap(this.files::find)
			.map((file) -> new FilingDocument.FilingFile(file.id(), file.name(), file.sha256()))
			.collectList();
	}

	private Mono<FilingCheck> checked(FilingEntry known, @Nullable UUID own) {
		LocalDate on = on(known);
		String maker = Objects.requireNonNullElse(known.maker(), "");
		return Mono
			.zip(this.rules.on(on),
					this.filings.same(maker, Given.orEmpty(known.number()))
						.filter((same) -> !same.equals(own))
						.map(Optional::of)
						.defaultIfEmpty(Optional.empty()))
			.map((facts) -> FilingCheck.of(known, maker, on, facts.getT1(), facts.getT2().orElse(null)));
	}

	private LocalDate on(FilingEntry entry) {
		return Objects.requireNonNullElseGet(entry.receivedOn(), () -> LocalDate.now(this.clock));
	}

	private static void requireWellFormed(FilingCheck check) {
		if (!check.malformed().isEmpty()) {
			throw Refusal.invalid(check.malformed());
		}
	}

}
