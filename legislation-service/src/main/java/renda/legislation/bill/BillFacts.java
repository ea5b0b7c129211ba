package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.legislation.bill.BillAction.BillDrafting;
import renda.legislation.bill.BillAction.BillTargetInput;
import renda.legislation.bill.BillConditions.BillTitles;
import renda.legislation.bill.BillKnown.KnownConsultation;
import renda.legislation.bill.BillKnown.KnownDraft;
import renda.legislation.bill.BillProposal.BillAct;
import renda.legislation.bill.BillProposal.BillMover;
import renda.legislation.bill.BillProposal.BillPrevious;
import renda.legislation.bill.BillProposal.BillProject;
import renda.legislation.bill.BillProposal.BillProposer;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.consultation.Consulting;
import renda.legislation.draft.Draft;
import renda.legislation.draft.Drafts;
import renda.legislation.meeting.Sitting;
import renda.legislation.meeting.Sittings;
import renda.legislation.member.Body;
import renda.legislation.member.Members;
import renda.legislation.plan.Projects;
import renda.legislation.regulation.LegalTexts;
import renda.legislation.text.Commencement;
import renda.platform.city.CityProfile;
import renda.platform.security.Caller;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Fills in what a step is decided on and only the service knows: drafts, meetings, rolls,
 * the register and the plan. What was sent in its place is not looked at.
 */
@Component
class BillFacts {

	private static final Set<String> KNOWING = Set.of("submit", "read-first", "read-second", "read-third", "consult",
			"begin-review", "report-review", "vote-draft", "clause-vote", "defer", "to-congress", "table-at-congress",
			"authorise", "promulgate");

	private final BillKind kind;

	private final Drafts drafts;

	private final Sittings sittings;

	private final Members members;

	private final Consulting consulting;

	private final Projects projects;

	private final LegalTexts texts;

	private final CityProfile city;

	private final JsonMapper json;

	BillFacts(BillKind kind, Drafts drafts, Sittings sittings, Members members, Consulting consulting,
			Projects projects, LegalTexts texts, CityProfile city, JsonMapper json) {
		this.kind = kind;
		this.drafts = drafts;
		this.sittings = sittings;
		this.members = members;
		this.consulting = consulting;
		this.projects = projects;
		this.texts = texts;
		this.city = city;
		this.json = json;
	}

	/**
	 * The body of a step with what the service knows.
	 */
	Mono<JsonNode> completed(UUID id, String step, ObjectNode own, Caller caller, LocalDate today) {
		if (!KNOWING.contains(step)) {
			return Mono.just(own);
		}
		return this.kind.table()
			.byId(id)
			.filter((bill) -> this.kind.isVisible(bill, caller))
			.flatMap((bill) -> known(bill, own, today))
			.defaultIfEmpty(BillKnown.NOTHING)
			.map((known) -> own.set("known", this.json.valueToTree(known)));
	}

	private Mono<BillKnown> known(Bill bill, ObjectNode body, LocalDate today) {
		BillProposer proposer = bill.proposal().proposer();
		Mono<Optional<Sitting>> sitting = optional(
				Mono.justOrEmpty(uuid(body.path("meeting"))).flatMap(this.sittings::of));
		Mono<Optional<KnownConsultation>> consultation = optional(this.consulting.of("bill", bill.id())
			.map((standing) -> new KnownConsultation(standing.over(), standing.summaryPublished(), standing.until())));
		Mono<List<BillMover>> movers = movers(proposer.kind(),
				proposer.movers().stream().map(BillMover::member).toList(), today);
		return Mono.zip(this.drafts.of("bill", bill.id()), sitting, movers, consultation)
			.map((facts) -> new BillKnown(facts.getT1().stream().map(BillFacts::draft).toList(),
					facts.getT2().orElse(null), facts.getT3(), facts.getT4().orElse(null),
					facts.getT1()
						.stream()
						.filter((draft) -> draft.id().equals(bill.papers().draft()))
						.findFirst()
						.map((draft) -> Commencement.of(draft.text()).date())
						.orElse(null)));
	}

	private static <T> Mono<Optional<T>> optional(Mono<T> maybe) {
		return maybe.map(Optional::of).defaultIfEmpty(Optional.empty());
	}

	private static KnownDraft draft(Draft draft) {
		return new KnownDraft(draft.id(), BillTitles.key(draft.title()),
				draft.text().articles().stream().map(renda.legislation.text.Node::id).toList());
	}

	/**
	 * What is malformed is left for the step to refuse.
	 */
	private static @Nullable UUID uuid(JsonNode node) {
		try {
			return node.isString() ? UUID.fromString(node.asString()) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * What a new bill proposes, as the rolls, the register and the plan know it.
	 * @throws Refusal 400 where it names what there is not, or changes that do not go
	 * with what it does
	 */
	Mono<BillProposal> proposal(BillDrafting in, Caller caller, LocalDate today) {
		List<BillTargetInput> targets = BillAction.orNone(in.targets());
		requireShape(in.act(), targets.stream().map(BillTargetInput::change).toList());
		Body body = (in.body() != null) ? in.body()
				: in.proposer().mayProposeTo(Body.STANDING_COMMITTEE) ? Body.STANDING_COMMITTEE : Body.CONGRESS;
		List<UUID> movers = in.proposer().isJoint() ? BillAction.orNone(in.movers()).stream().distinct().toList()
				: List.of();
		return Mono
			.zip(targets(targets), movers(in.proposer(), movers, today), project(in.project()), previous(in.previous()))
			.map((facts) -> {
				if (facts.getT2().size() != movers.size()) {
					throw Refusal.invalid("/movers", Text.of("名册中没有其中的人员。", "Not all of them are in the roll."));
				}
				String organ = (in.proposer() == ProposerKind.GOVERNMENT || in.proposer() == ProposerKind.COMMITTEE)
						? caller.organ() : "";
				BillProposer proposer = new BillProposer(in.proposer(), organ, Given.orEmpty(in.name()),
						in.proposer().isJoint() || in.proposer() == ProposerKind.DELEGATION ? caller.subject() : "",
						facts.getT2());
				return new BillProposal(in.title().strip(), in.act(), in.domain(),
						(in.reserved() != null) ? List.copyOf(in.reserved()) : List.of(), body,
						Boolean.TRUE.equals(in.major()), proposer, facts.getT1(),
						Boolean.TRUE.equals(in.keepsPrinciples()), facts.getT3().orElse(null),
						Given.orEmpty(in.withoutProject()), facts.getT4().orElse(null), BillTeam.NONE, term(today));
			});
	}

	private static void requireShape(BillAct act, List<BillAct> changes) {
		long revised = changes.stream().filter((change) -> change == BillAct.REVISE).count();
		long amended = changes.stream().filter((change) -> change == BillAct.AMEND).count();
		boolean fits = !changes.contains(BillAct.ENACT) && switch (act) {
			case ENACT -> revised == 0 && amended == 0;
			case REVISE -> revised == 1 && amended == 0;
			case AMEND -> revised == 0 && amended > 0;
			case REPEAL -> revised == 0 && amended == 0 && !changes.isEmpty();
		};
		if (!fits) {
			throw Refusal.invalid("/targets", Text.of("制定只能同时废止；修订须针对一件法规；修正至少一件；废止至少一件。",
					"An enactment may only end others; a revision has one regulation; an amendment and a repeal at least one."));
		}
	}

	private Mono<List<BillTarget>> targets(List<BillTargetInput> inputs) {
		return Flux.fromIterable(inputs)
			.distinct(BillTargetInput::regulation)
			.concatMap((input) -> this.texts.registered(input.regulation())
				.map((found) -> new BillTarget(found.id(), found.title(), input.change(),
						found.city() && found.inForce(), found.madeByCongress()))
				.switchIfEmpty(Mono.error(() -> Refusal.invalid("/targets",
						Text.of("法规库中没有这部法规。", "The register has no such regulation.")))))
			.collectList();
	}

	private Mono<List<BillMover>> movers(ProposerKind proposer, List<UUID> ids, LocalDate today) {
		Body body = (proposer == ProposerKind.MEMBERS) ? Body.STANDING_COMMITTEE : Body.CONGRESS;
		return ids.isEmpty() ? Mono.just(List.of()) : this.members.byIds(ids)
			.map((found) -> found.stream()
				.filter((member) -> member.body() == body)
				.map((member) -> new BillMover(member.id(), member.name(), member.account(), member.inOfficeOn(today)))
				.toList());
	}

	private Mono<Optional<BillProject>> project(@Nullable UUID id) {
		return (id == null) ? Mono.just(Optional.empty()) : this.projects.of(id)
			.map((standing) -> Optional.of(new BillProject(standing.id(), standing.code(), standing.title(),
					standing.inAnnualPlan() && standing.open())))
			.switchIfEmpty(
					Mono.error(() -> Refusal.invalid("/project", Text.of("没有这个立法项目。", "There is no such project."))));
	}

	private Mono<Optional<BillPrevious>> previous(@Nullable UUID id) {
		return (id == null) ? Mono.just(Optional.empty()) : this.kind.table()
			.byId(id)
			.filter((bill) -> bill.state() == Bill.State.REJECTED)
			.map((bill) -> Optional.of(new BillPrevious(bill.id(), bill.code(), bill.proposal().body())))
			.switchIfEmpty(Mono
				.error(() -> Refusal.invalid("/previous", Text.of("没有这件未通过的法规案。", "There is no such rejected bill."))));
	}

	private int term(LocalDate today) {
		return this.city.termOn(today).map(CityProfile.Term::number).orElse(0);
	}

}
