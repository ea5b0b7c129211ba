package renda.legislation.filingdesk;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.filing.FilingKind;
import renda.legislation.filing.FilingReader;
import renda.legislation.filing.FilingView;
import renda.legislation.examination.FilingAssistance;
import renda.legislation.normative.FilingCheck;
import renda.legislation.normative.FilingEntry;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(FilingKind.PATH)
@Tag(name = "filings", description = "规范性文件备案审查：报送、登记、审查、纠正、撤销（监督法 第三十九条至第四十五条）")
class FilingController {

	private final FilingKind kind;

	private final Filings filings;

	private final FilingDesk desk;

	private final FilingAssistance assistance;

	private final Proceedings proceedings;

	private final Listings listings;

	FilingController(FilingKind kind, Filings filings, FilingDesk desk, FilingAssistance assistance,
			Proceedings proceedings, Listings listings) {
		this.kind = kind;
		this.filings = filings;
		this.desk = desk;
		this.assistance = assistance;
		this.proceedings = proceedings;
		this.listings = listings;
	}

	/**
	 * Lists registered documents, and those not registered yet for the office and their
	 * maker. What goes on in a review is shown to those who review; everyone else is told
	 * the registration and, in the end, the result.
	 */
	@Public
	@GetMapping
	@Operation(summary = "备案列表 · Filed documents",
			description = """
					Filters: state, maker, source, result, mode, number, code, term and year (of registration), issuedFrom/To, \
					registeredTo, reviewedTo, correctedTo, onTime, sample; q searches title, number and text. Sorts: -issuedOn, \
					-stateSince, code.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Filings.Filter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "filings",
				(page) -> this.filings.find(filter, caller, page));
	}

	/**
	 * One filing with its clocks and what this caller may do to it now. 404 where the
	 * caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一件备案 · One filed document")
	Mono<ResponseEntity<Shown<FilingView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken, in order: for the public those it is told of, for the maker those
	 * that concern it, without what reviewers said among themselves.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * What a reviewer reads beside a document: the superior texts that it names, as they
	 * are today; articles of the register like its own; its locks. 403 for all who do not
	 * review it.
	 */
	@Allowed({ Role.FILING_OFFICE, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE, Role.BUDGET_OFFICE })
	@GetMapping("/{id}/assistance")
	@Operation(summary = "辅助审查 · Superior and similar texts, and the words that lock it")
	Mono<FilingAssistance.Assisted> assistance(@PathVariable UUID id, Caller caller) {
		return this.proceedings.found(this.kind, id, caller).flatMap((filing) -> {
			if (this.kind.reader(filing, caller) != FilingReader.REVIEWER) {
				return Mono.error(Refusal.forbidden(Text.of("您不参加此件的审查。", "You do not review this document.")));
			}
			return this.assistance.of(filing.document(), filing.review().locks());
		});
	}

	/**
	 * Says what a filing lacks and by when it is to be filed, and keeps nothing (预检).
	 */
	@Allowed({ Role.MAKER, Role.ORGAN, Role.FILING_OFFICE })
	@PostMapping("/check")
	@Operation(summary = "预检 · What is missing in a filing; nothing is kept")
	Mono<FilingCheck> check(@Valid @RequestBody FilingEntry body, Caller caller) {
		return this.desk.check(body, caller);
	}

	/**
	 * Files a document. 400 where its form is wrong or its number is filed already, 422
	 * FIL-05 (河南监督法办法 第五十二条) where material is missing, FIL-04 (立法法 第一百零九条) where rules
	 * did not go to all bodies, FIL-01 and FIL-02 where it is none that is filed, FIL-03
	 * where it is late and nothing says why. The office files what came on paper, with
	 * {@code maker} and {@code receivedOn}.
	 */
	@Allowed({ Role.MAKER, Role.ORGAN, Role.FILING_OFFICE })
	@PostMapping
	@Operation(summary = "报送备案 · File a document; check it with POST /filings/check first")
	Mono<ResponseEntity<Shown<FilingView>>> file(@Valid @RequestBody FilingEntry body, Command command) {
		return this.desk.open("file", body, command);
	}

	/**
	 * Notes a document that is issued and not filed yet, so that its time is watched.
	 */
	@Allowed({ Role.MAKER, Role.ORGAN, Role.FILING_OFFICE })
	@PostMapping("/announced")
	@Operation(summary = "登记待报送文件 · Note a document that is to be filed (河南监督法办法 第五十一条)")
	Mono<ResponseEntity<Shown<FilingView>>> announce(@Valid @RequestBody FilingEntry body, Command command) {
		return this.desk.open("announce", body, command);
	}

	/**
	 * Takes a step. Which ones there are is told by
	 * {@code GET /api/v1/legislation/workflows/filing}, and for one filing by its
	 * {@code actions}.
	 */
	@Allowed({ Role.MAKER, Role.ORGAN, Role.FILING_OFFICE, Role.COMMITTEE, Role.LEGAL_COMMITTEE,
			Role.LEGISLATIVE_OFFICE, Role.BUDGET_OFFICE, Role.COUNCIL })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<FilingView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body,
				(sent) -> this.desk.completed(id, step, sent, command.caller()), command);
	}

}
