package renda.legislation.docket;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import renda.legislation.bill.Bill;
import renda.legislation.bill.BillAction.BillDrafting;
import renda.legislation.bill.BillAction.BillTargetInput;
import renda.legislation.bill.BillKnown;
import renda.legislation.bill.BillKnown.KnownConsultation;
import renda.legislation.bill.BillKnown.KnownDraft;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.BillMover;
import renda.legislation.bill.BillProposal.BillPrevious;
import renda.legislation.bill.BillProposal.BillProject;
import renda.legislation.bill.BillProposal.BillProposer;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.bill.BillTitles;
import renda.legislation.competence.Making;
import renda.legislation.consultation.Consulting;
import renda.legislation.draft.Drafts;
import renda.legislation.member.Body;
import renda.legislation.member.Members;
import renda.legislation.project.Projects;
import renda.legislation.project.Projects.ProjectStanding;
import renda.legislation.regulation.LegalTexts;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.legislation.text.Commencement;
import renda.legislation.text.Node;
import renda.platform.city.CityProfile;
import renda.platform.security.Caller;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Fills in what a step is decided on and only the service knows: drafts, meetings, rolls,
 * the register and the plan. What was sent in its place is not looked at.
 */
@Component
class BillFacts {

	/** What is asked for each step; of others nothing is. */
	private static final Map<String, Set<Need>> NEEDS = Map.ofEntries(
			Map.entry("submit", EnumSet.of(Need.DRAFTS, Need.MOVERS)),
			Map.entry("read-first", EnumSet.of(Need.SITTING)), Map.entry("read-second", EnumSet.of(Need.SITTING)),
			Map.entry("read-third", EnumSet.of(Need.SITTING)), Map.entry("consult", EnumSet.of(Need.DRAFTS)),
			Map.entry("begin-review", EnumSet.of(Need.CONSULTATION)),
			Map.entry("report-review", EnumSet.of(Need.DRAFTS)), Map.entry("vote-draft", EnumSet.of(Need.DRAFTS)),
			Map.entry("clause-vote", EnumSet.of(Need.ARTICLES)), Map.entry("defer", EnumSet.of(Need.SITTING)),
			Map.entry("to-congress", EnumSet.of(Need.SITTING)),
			Map.entry("table-at-congress", EnumSet.of(Need.SITTING)), Map.entry("authorise", EnumSet.of(Need.SITTING)),
			Map.entry("promulgate", EnumSet.of(Need.DRAFTS, Need.COMMENCEMENT)));

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
		Set<Need> needs = NEEDS.getOrDefault(step, Set.of());
		if (needs.isEmpty()) {
			return Mono.just(own);
		}
		return this.kind.table()
			.byId(id)
			.filter((bill) -> this.kind.isVisible(bill, caller))
			.flatMap((bill) -> known(bill, needs, own, today))
			.defaultIfEmpty(BillKnown.NOTHING)
			.map((known) -> own.set("known", this.json.valueToTree(known)));
	}

	private Mono<BillKnown> known(Bill bill, Set<Need> needs, ObjectNode body, LocalDate today) {
		BillProposer proposer = bill.proposal().proposer();
		Mono<List<KnownDraft>> drafts = needs.contains(Need.ARTICLES) ? votedUpon(bill)
				: needs.contains(Need.DRAFTS) ? drafts(bill) : Mono.just(List.of());
		Mono<Optional<Sitting>> sitting = needs.contains(Need.SITTING)
				? optional(Mono.justOrEmpty(uuid(body.path("meeting"))).flatMap(this.sittings::of))
				: Mono.just(Optional.empty());
		Mono<List<BillMover>> movers = needs.contains(Need.MOVERS)
				? movers(proposer.kind(), proposer.movers().stream().map(BillMover::member).toList(), today)
				: Mono.just(List.of());
		Mono<Optional<KnownConsultation>> consultation = needs.contains(Need.CONSULTATION) ? optional(this.consulting
			.of("bill", bill.id())
			.map((standing) -> new KnownConsultation(standing.over(), standing.summaryPublished(), standing.until())))
				: Mono.just(Optional.empty());
		Mono<Optional<LocalDate>> commencement = needs.contains(Need.COMMENCEMENT)
				? optional(Mono.justOrEmpty(bill.papers().draft())
					.flatMap(this.drafts::byId)
					.flatMap((draft) -> Mono.justOrEmpty(Commencement.of(draft.text()).date())))
				: Mono.just(Optional.empty());
		return Mono.zip(drafts, sitting, movers, consultation, commencement)
			.map((facts) -> new BillKnown(facts.getT1(), facts.getT2().orElse(null), facts.getT3(),
					facts.getT4().orElse(null), facts.getT5().orElse(null)));
	}

	private Mono<List<KnownDraft>> drafts(Bill bill) {
		return this.drafts.entries("bill", bill.id())
			.map((entries) -> entries.stream()
				.map((draft) -> new KnownDraft(draft.id(), BillTitles.key(draft.title()), List.of()))
				.toList());
	}

	/**
	 * The draft that is put to the vote, with its articles.
	 */
	private Mono<List<KnownDraft>> votedUpon(Bill bill) {
		return Mono.justOrEmpty(bill.course().voteDraft())
			.flatMap((voted) -> this.drafts.byId(voted.draft()))
			.map((draft) -> List.of(new KnownDraft(draft.id(), BillTitles.key(draft.title()),
					draft.text().articles().stream().map(Node::id).toList())))
			.defaultIfEmpty(List.of());
	}

	private static <T> Mono<Optional<T>> optional(Mono<T> maybe) {
		return maybe.map(Optional::of).defaultIfEmpty(Optional.empty());
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
		Body body = (in.body() != null) ? in.body()
				: in.proposer().mayProposeTo(Body.STANDING_COMMITTEE) ? Body.STANDING_COMMITTEE : Body.CONGRESS;
		List<UUID> movers = in.proposer().isJoint() ? Given.orNone(in.movers()).stream().distinct().toList()
				: List.of();
		return standing(in.project()).flatMap((project) -> Mono
			.zip(targets(inputs(in, project)), movers(in.proposer(), movers, today), previous(in.previous()))
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
						Boolean.TRUE.equals(in.keepsPrinciples()), project.map(BillFacts::project).orElse(null),
						Given.orEmpty(in.withoutProject()), facts.getT3().orElse(null), BillTeam.NONE, term(today));
			}));
	}

	/**
	 * The regulations that a bill changes: those named, else those that its project is to
	 * change.
	 */
	private static List<BillTargetInput> inputs(BillDrafting in, Optional<ProjectStanding> project) {
		List<BillTargetInput> named = Given.orNone(in.targets());
		List<BillTargetInput> inputs = (!named.isEmpty() || in.act() == Making.ENACT) ? named
				: project.stream()
					.flatMap((standing) -> standing.targets().stream())
					.map((target) -> new BillTargetInput(target.regulation(), target.making()))
					.toList();
		requireShape(in.act(), inputs.stream().map(BillTargetInput::change).toList());
		return inputs;
	}

	private static BillProject project(ProjectStanding standing) {
		return new BillProject(standing.id(), standing.code(), standing.title(),
				standing.inAnnualPlan() && standing.open());
	}

	private static void requireShape(Making act, List<Making> changes) {
		long revised = changes.stream().filter((change) -> change == Making.REVISE).count();
		long amended = changes.stream().filter((change) -> change == Making.AMEND).count();
		boolean fits = !changes.contains(Making.ENACT) && switch (act) {
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

	private Mono<Optional<ProjectStanding>> standing(@Nullable UUID id) {
		return (id == null) ? Mono.just(Optional.empty()) : this.projects.of(id)
			.map(Optional::of)
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

	/**
	 * What a step is decided on.
	 */
	private enum Need {

		/** The titles of the bill's drafts. */
		DRAFTS,
		/** The articles of the draft that is put to the vote. */
		ARTICLES,
		/** The day on which the draft takes effect by its own words. */
		COMMENCEMENT,
		/** The meeting. */
		SITTING,
		/** Those who move it together. */
		MOVERS,
		/** How the consultation stands. */
		CONSULTATION

	}

}
