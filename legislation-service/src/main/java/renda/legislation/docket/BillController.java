package renda.legislation.docket;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction.BillDrafting;
import renda.legislation.docket.Bills.BillFilter;
import renda.legislation.draft.Draft;
import renda.legislation.draft.Drafts;
import renda.legislation.enactment.BillVersions;
import renda.legislation.enactment.BillVersions.EnteredVersion;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

@RestController
@RequestMapping(BillKind.PATH)
@Tag(name = "bills", description = "地方性法规案：从起草、审议、表决到批准、公布（立法法 第八十一条至第九十条，郑州市地方立法条例）")
class BillController {

	/** Until the vote, the texts still change. */
	private static final Set<State> CHANGING = EnumSet.of(State.DRAFTING, State.SUBMITTED, State.PRELIMINARY,
			State.RETURNED, State.LISTED, State.READING_1, State.CONSULTATION, State.UNIFIED_REVIEW, State.READING_2,
			State.READING_3, State.VOTE_DRAFT, State.CLAUSE_VOTE, State.DEFERRED, State.SHELVED, State.TO_PC,
			State.PC_REVIEW, State.APPROVAL_REFUSED);

	private static final Set<Party> WRITERS = EnumSet.of(Party.PROPOSER, Party.LEGAL_COMMITTEE, Party.OFFICE,
			Party.COMMITTEE);

	private final BillKind kind;

	private final Bills bills;

	private final BillVersions versions;

	private final Drafts drafts;

	private final Proceedings proceedings;

	private final Commands commands;

	private final BillFacts facts;

	private final CaseCodes codes;

	private final Listings listings;

	private final Clock clock;

	BillController(BillKind kind, Bills bills, BillVersions versions, Drafts drafts, Proceedings proceedings,
			Commands commands, BillFacts facts, CaseCodes codes, Listings listings, Clock clock) {
		this.kind = kind;
		this.bills = bills;
		this.versions = versions;
		this.drafts = drafts;
		this.proceedings = proceedings;
		this.commands = commands;
		this.facts = facts;
		this.codes = codes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists the bills that the caller may read: everybody those that came on an agenda;
	 * those who work on bills all; a proposer its own.
	 */
	@Public
	@GetMapping
	@Operation(summary = "法规案列表 · Bills", description = """
			Filters: state, act, domain, body, proposer, organ, term, year (submitted), project, code, regulation, \
			passedFrom/To, sample; q searches the title.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute BillFilter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "bills",
				(page) -> this.bills.find(filter, caller, page));
	}

	/**
	 * One bill with its clocks and what this caller may do to it now. 404 where the
	 * caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "法规案 · One bill (立法法 第八十七条)")
	Mono<ResponseEntity<Shown<BillView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a bill, in order; who took them and what they said is shown to
	 * those who act in it.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * The versions that the bill has made in the register; none before its promulgation.
	 */
	@Public
	@GetMapping("/{id}/versions")
	@Operation(summary = "进入法规库的版本 · The versions it has made in the register")
	Mono<List<EnteredVersion>> versions(@PathVariable UUID id, Caller caller) {
		return this.proceedings.found(this.kind, id, caller).flatMap((bill) -> this.versions.of(bill.id()));
	}

	/**
	 * Begins the drafting of a bill for a proposer that the caller acts for. 422 LEG-01,
	 * LEG-02, LEG-03 (立法法 第八十一条、第十一条) where the city may not regulate it, LEG-05 where
	 * only the congress may change it so, LEG-11 without a project of the plan and a
	 * reason, LEG-16 where the proposer may not propose to that body, LEG-50 where it
	 * failed in the congress; 400 where a regulation, project or mover is unknown.
	 */
	@Allowed({ Role.COUNCIL, Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.MEMBER, Role.DEPUTY })
	@PostMapping
	@Operation(summary = "起草法规案 · Begin drafting a bill")
	Mono<ResponseEntity<Shown<BillView>>> draft(@Valid @RequestBody BillDrafting body, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return this.facts.proposal(body, command.caller(), today)
			.flatMap((proposal) -> this.proceedings
				.open(this.kind, "draft", body, () -> this.codes.next("FA", today.getYear())
					.map((code) -> Bill.drafted(Ids.next(), code, today, proposal, Boolean.TRUE.equals(body.sample()))),
						command));
	}

	/**
	 * Enters a draft of the bill, which steps then name by its id. It is kept as the next
	 * draft and never changed. By the proposer, the Legislative Committee, the committee
	 * of the preliminary review or the office: 403 to others; 409 once the bill is
	 * decided on; 422 where the text is no legal text.
	 */
	@Allowed({ Role.COUNCIL, Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.MEMBER, Role.DEPUTY,
			Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/drafts")
	@Operation(summary = "上传草案 · Enter a draft of the bill")
	Mono<ResponseEntity<Draft>> enter(@PathVariable UUID id, @Valid @RequestBody BillDraftText body, Command command) {
		return this.commands.run(command, body,
				() -> this.kind.table()
					.locked(id)
					.filter((bill) -> this.kind.isVisible(bill, command.caller()))
					.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这件法规案。", "There is no such bill."))))
					.flatMap((bill) -> {
						if (this.kind.actors(bill, command.caller()).stream().noneMatch(WRITERS::contains)) {
							return Mono.error(Refusal.forbidden(
									Text.of("草案由提案人、法制委员会、有关委员会或者办事机构提交。", "You do not write drafts of this bill.")));
						}
						if (!CHANGING.contains(bill.state())) {
							return Mono.error(Refusal
								.conflict("wrong-state",
										Text.of("法规案已经表决，文本不再变动。", "The bill is decided on; its text stays."))
								.with("state", bill.state()));
						}
						return this.drafts.add("bill", id, body.label().strip(), body.text(), BillKind.proposers(bill));
					})
					.map((draft) -> Answer.created("/api/v1/legislation/drafts/" + draft.id(), 1, "bill/" + id,
							draft)));
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/bill}, and for one bill by its
	 * {@code actions}.
	 */
	@Allowed({ Role.COUNCIL, Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.MEMBER, Role.DEPUTY,
			Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<BillView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body,
				(sent) -> this.facts.completed(id, step, sent, command.caller(), LocalDate.now(this.clock)), command);
	}

	/**
	 * A draft.
	 *
	 * @param label what it is: 草案, 草案修改稿, 草案表决稿
	 * @param text title and body, in Markdown or plain text
	 */
	record BillDraftText(@NotBlank @Size(max = 100) String label, @NotBlank @Size(max = Drafts.LONGEST) String text) {
	}

}
