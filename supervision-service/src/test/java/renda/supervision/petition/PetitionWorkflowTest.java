package renda.supervision.petition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.Holder;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;
import renda.supervision.petition.PetitionFixtures.Journey;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Ground;
import renda.supervision.petition.PetitionTerms.Reason;
import renda.supervision.petition.PetitionTerms.Route;
import renda.supervision.petition.PetitionTerms.Satisfaction;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static renda.supervision.petition.PetitionFixtures.CALLERS;
import static renda.supervision.petition.PetitionFixtures.COMMISSION;
import static renda.supervision.petition.PetitionFixtures.GOV;
import static renda.supervision.petition.PetitionFixtures.HENAN;
import static renda.supervision.petition.PetitionFixtures.WATER;
import static renda.supervision.petition.PetitionFixtures.WORKFLOW;
import static renda.supervision.petition.PetitionFixtures.classed;
import static renda.supervision.petition.PetitionFixtures.finding;
import static renda.supervision.petition.PetitionFixtures.letter;
import static renda.supervision.petition.PetitionFixtures.notice;
import static renda.supervision.petition.PetitionFixtures.opinion;
import static renda.supervision.petition.PetitionParty.CLAIMANT;
import static renda.supervision.petition.PetitionParty.HANDLER;
import static renda.supervision.petition.PetitionParty.LEADER;
import static renda.supervision.petition.PetitionParty.OFFICE;
import static renda.supervision.petition.PetitionParty.PETITIONER;
import static renda.supervision.petition.PetitionParty.REEXAMINER;
import static renda.supervision.petition.PetitionParty.REVIEWER;

class PetitionWorkflowTest {

	private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

	// --- the statute's table

	record Line(String step, Set<PetitionParty> by, Set<PetitionState> from, Set<PetitionState> to) {

		static Line of(String line) {
			String[] cells = line.split(",", -1);
			return new Line(cells[0], set(PetitionParty.class, cells[1]), states(cells[2]),
					cells[3].equals("SAME") ? Set.of() : states(cells[3]));
		}

		private static Set<PetitionState> states(String cell) {
			Set<PetitionState> states = new TreeSet<>();
			for (String word : cell.split(" ")) {
				if (word.equals("OPEN")) {
					Arrays.stream(PetitionState.values())
						.filter((state) -> state != PetitionState.FINAL && state != PetitionState.CLOSED)
						.forEach(states::add);
				}
				else {
					states.add(PetitionState.valueOf(word));
				}
			}
			return states;
		}

		private static <E extends Enum<E>> Set<E> set(Class<E> type, String cell) {
			return Arrays.stream(cell.split(" ")).map((word) -> Enum.valueOf(type, word)).collect(Collectors.toSet());
		}

	}

	private static List<Line> table() throws IOException {
		try (InputStream in = Objects
			.requireNonNull(PetitionWorkflowTest.class.getResourceAsStream("/petition/steps.csv"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Line::of).toList();
		}
	}

	@Test
	void theDeclarationHasExactlyTheStepsOfTheTable() throws IOException {
		Set<String> declared = WORKFLOW.steps()
			.stream()
			.filter((step) -> !step.opens())
			.map(Step::name)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(declared).isEqualTo(table().stream().map(Line::step).collect(Collectors.toCollection(TreeSet::new)));
		for (Line line : table()) {
			assertThat(WORKFLOW.step(line.step()).to()).as(line.step()).isEqualTo(line.to());
		}
	}

	/**
	 * Every step from every state by every actor: taken or refused by a rule where the
	 * table has it, 403 to others, 409 in another state.
	 */
	@TestFactory
	Stream<DynamicTest> everyStepIsOpenExactlyWhereTheTableSays() throws IOException {
		return table().stream()
			.flatMap((line) -> Arrays.stream(PetitionState.values())
				.map((state) -> DynamicTest.dynamicTest(line.step() + " from " + state, () -> {
					for (PetitionParty party : PetitionParty.values()) {
						assertThat(status(line.step(), state, party)).as("%s by %s", line, party)
							.isEqualTo(!line.by().contains(party) ? 403 : line.from().contains(state) ? 200 : 409);
					}
				})));
	}

	private static int status(String step, PetitionState state, PetitionParty party) {
		Petition petition = full().in(state, DAY, 7);
		try {
			WORKFLOW.decide(petition, List.of(), step, (Record) input(step),
					new Moment<>(CALLERS.get(party), Set.of(party), DAY, RuleBook.statutory(DAY)), "",
					WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return (refusal.status().value() == 422) ? 200 : refusal.status().value();
		}
	}

	private static Petition full() {
		return Journey.of(DAY).petition.with((change) -> {
			change.assessment = new Petition.Assessment(Category.CLAIM, PetitionTerms.Competence.OTHER, Route.OTHER,
					null, null);
			change.passage = new Petition.Passage(WATER, true, DAY, false);
		});
	}

	private static PetitionAction input(String step) {
		return switch (step) {
			case "add-receipt" -> letter(DAY);
			case "claim" -> new PetitionAction.Claiming();
			case "classify" -> classed(Category.CLAIM, Route.OTHER);
			case "notify" -> notice();
			case "add-accused" -> accusing("education");
			case "withdraw" -> new PetitionAction.Withdrawal(List.of(), null);
			case "recuse" -> new PetitionAction.Recusal(null, "亲属");
			case "report-urgent" -> new PetitionAction.Urgency("市委", "可能发生群体事件");
			case "supervise" -> new PetitionAction.Supervising("副主任 孙立", Reason.LATE);
			case "supervise-result" -> new PetitionAction.SupervisionResult("已修复");
			case "transfer", "assign" -> new PetitionAction.Passing(WATER, null);
			case "divert" -> new PetitionAction.Diversion("市中级人民法院", "请依法起诉");
			case "decline" -> new PetitionAction.NonAcceptance(Ground.NOT_COMPETENT, "不属于本机关职权", "市信访局");
			case "not-accept" -> new PetitionAction.NonAcceptance(Ground.ACCEPTED_BELOW, "区水务局已受理", null);
			case "guide-to-suggestion" -> new PetitionAction.Guiding("关于老旧小区供水管网改造的建议");
			case "follow-suggestion" -> new PetitionAction.Following("018f", "JY-2022-0001", "ASSIGNED");
			case "object" -> new PetitionAction.Objecting("属于城管局职责");
			case "sustain-objection", "overrule-objection" -> new PetitionAction.Ruling("经核实");
			case "accept" -> new PetitionAction.Acceptance("已受理，六十日内办结");
			case "extend" -> new PetitionAction.Extension("局长 赵强", "案情复杂", DAY);
			case "answer" -> opinion();
			case "report-back" -> new PetitionAction.ResultReport("已修复并回访");
			case "return" -> new PetitionAction.Returning("事实不清");
			case "ask-reexamination", "ask-review" -> new PetitionAction.Appeal("不服", GOV);
			case "reexamine", "review" -> finding();
			case "hold-hearing" -> new PetitionAction.Hearing("市政府听证室");
			case "end-hearing" -> new PetitionAction.HearingEnd("双方陈述完毕");
			case "finalise" -> new PetitionAction.Finalisation(null);
			case "close" -> new PetitionAction.Closing(null, true);
			case "rate" -> new PetitionAction.Rating(Satisfaction.SATISFIED, null);
			default -> throw new AssertionError("no input for " + step);
		};
	}

	private static PetitionAction.Accusing accusing(String organ) {
		return new PetitionAction.Accusing(List.of(new Petition.Accused(organ, null, null)), null);
	}

	// --- guards, by rule

	private static void refused(String rule, Runnable step) {
		assertThatThrownBy(step::run).asInstanceOf(type(Refusal.class)).satisfies((refusal) -> {
			assertThat(refusal.status().value()).isEqualTo(422);
			assertThat(refusal.properties()).containsEntry("rule", rule).containsKey("citation").containsKey("facts");
		});
	}

	private static PetitionAction.Registration visit(int persons, Integer representatives) {
		return new PetitionAction.Registration(Channel.VISIT, DAY, List.of(), "要求停建垃圾站", null, null, persons,
				representatives, true, true, "410105", List.of());
	}

	@Test
	void pet05LetsFiveComeForManyAndRefusesSix() {
		assertThat(new Journey(visit(40, 5), "").petition.state()).isEqualTo(PetitionState.REGISTERED);
		assertThat(new Journey(visit(5, null), "").petition.state()).isEqualTo(PetitionState.REGISTERED);
		refused("PET-05", () -> new Journey(visit(6, null), ""));
		refused("PET-05", () -> new Journey(visit(40, 6), ""));
		Journey known = Journey.of(DAY);
		refused("PET-05", () -> known.then("add-receipt", visit(6, null), DAY, OFFICE));
	}

	@Test
	void pet05DoesNotCountThoseWhoWrite() {
		PetitionAction.Registration many = new PetitionAction.Registration(Channel.LETTER, DAY, List.of(), "联名信", null,
				null, 300, null, false, false, "410105", List.of());
		assertThat(new Journey(many, "").petition.matter().persons()).isEqualTo(300);
	}

	@Test
	void pet03AsksForARecordOfWhatWasSaid() {
		refused("PET-03", () -> new Journey(new PetitionAction.Registration(Channel.PHONE, DAY, List.of(), "噪声扰民", null,
				null, 1, null, false, false, "410105", List.of()), ""));
		refused("PET-03", () -> new Journey(new PetitionAction.Registration(Channel.VISIT, DAY, List.of(), "噪声扰民", null,
				null, 1, null, true, false, "410105", List.of()), ""));
	}

	@Test
	void pet01PassesNothingOnThatIsNotClassified() {
		Journey matter = Journey.of(DAY);
		refused("PET-01", () -> matter.then("transfer", new PetitionAction.Passing(WATER, null), DAY, OFFICE));
		refused("PET-01", () -> matter.then("assign", new PetitionAction.Passing(WATER, null), DAY, OFFICE));
	}

	@Test
	void pet01GuidesOnlySuggestionsToDeputies() {
		Journey claim = Journey.of(DAY).then("classify", classed(Category.CLAIM, Route.OTHER), DAY, OFFICE);
		refused("PET-01", () -> claim.then("guide-to-suggestion", input("guide-to-suggestion"), DAY, OFFICE));
		Journey view = Journey.of(DAY)
			.then("classify", classed(Category.SUGGESTION, null), DAY, OFFICE)
			.then("guide-to-suggestion", input("guide-to-suggestion"), DAY, OFFICE);
		assertThat(view.petition.state()).isEqualTo(PetitionState.GUIDED);
		assertThat(view.running()).containsExactly("notice");
	}

	@Test
	void aTitleForDeputiesDoesNotNameThePetitioner() {
		Journey view = Journey.of(DAY).then("classify", classed(Category.SUGGESTION, null), DAY, OFFICE);
		assertThatThrownBy(
				() -> view.then("guide-to-suggestion", new PetitionAction.Guiding("关于王芳反映的供水问题"), DAY, OFFICE))
			.asInstanceOf(type(Refusal.class))
			.satisfies((refusal) -> assertThat(refusal.status().value()).isEqualTo(400));
	}

	@ParameterizedTest
	@EnumSource(value = Route.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
	void pet11LeadsClaimsOfFiveRoutesElsewhere(Route route) {
		Journey matter = Journey.of(DAY).then("classify", classed(Category.CLAIM, route), DAY, OFFICE);
		refused("PET-11", () -> matter.then("transfer", new PetitionAction.Passing(WATER, null), DAY, OFFICE));
		refused("PET-11", () -> matter.then("assign", new PetitionAction.Passing(WATER, null), DAY, OFFICE));
		matter.then("divert", input("divert"), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.DIVERTED);
		assertThat(matter.running()).isEmpty();
	}

	@Test
	void pet11DivertsNoClaimThatAnOrganSettlesAndNothingElse() {
		Journey other = Journey.of(DAY).then("classify", classed(Category.CLAIM, Route.OTHER), DAY, OFFICE);
		refused("PET-11", () -> other.then("divert", input("divert"), DAY, OFFICE));
		Journey accusation = Journey.of(DAY).then("classify", classed(Category.ACCUSATION, null), DAY, OFFICE);
		refused("PET-11", () -> accusation.then("divert", input("divert"), DAY, OFFICE));
	}

	@Test
	void pet11AsksForTheRouteOfAClaimAndOfNothingElse() {
		Journey matter = Journey.of(DAY);
		refused("PET-11", () -> matter.then("classify", classed(Category.CLAIM, null), DAY, OFFICE));
		refused("PET-11", () -> matter.then("classify", classed(Category.SUGGESTION, Route.OTHER), DAY, OFFICE));
	}

	private static Journey accused(Category category, String... organs) {
		return Journey.of(DAY)
			.then("classify", new PetitionAction.Classification(category,
					PetitionTerms.Competence.DEPUTIES_AND_APPOINTEES, (category == Category.CLAIM) ? Route.OTHER : null,
					Arrays.stream(organs).map((organ) -> new Petition.Accused(organ, null, null)).toList(), null, null),
					DAY, OFFICE);
	}

	@Test
	void pet18PassesNothingToTheAccusedOrToAnOrganUnderIt() {
		Journey itself = accused(Category.CLAIM, "water");
		refused("PET-18", () -> itself.then("transfer", new PetitionAction.Passing(WATER, null), DAY, OFFICE));
		Journey superior = accused(Category.CLAIM, "gov");
		refused("PET-18", () -> superior.then("assign", new PetitionAction.Passing(WATER, null), DAY, OFFICE));
		superior.then("assign", new PetitionAction.Passing(COMMISSION, null), DAY, OFFICE);
		assertThat(superior.petition.state()).isEqualTo(PetitionState.ASSIGNED);
	}

	@Test
	void pet18PassesAccusationsToSupervisoryCommissionsOnly() {
		Journey matter = accused(Category.ACCUSATION, "housing");
		refused("PET-18", () -> matter.then("transfer", new PetitionAction.Passing(HENAN, null), DAY, OFFICE));
		matter.then("transfer", new PetitionAction.Passing(COMMISSION, null), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.TRANSFERRED);
	}

	@ParameterizedTest
	@EnumSource(value = PetitionState.class,
			names = { "TRANSFERRED", "ASSIGNED", "OBJECTED", "ACCEPTED", "RETURNED", "ANSWERED", "NOT_ACCEPTED" })
	void pet18TakesAMatterFromAnOrganThatIsAccusedLater(PetitionState state) {
		for (String organ : List.of("water", "gov")) {
			Journey matter = accepted(DAY);
			matter.petition = matter.petition.in(state, DAY, matter.petition.version());
			refused("PET-18", () -> matter.then("add-accused", accusing(organ), DAY, OFFICE));
			matter.then("withdraw",
					new PetitionAction.Withdrawal(List.of(new Petition.Accused(organ, null, null)), null), DAY, OFFICE);
			assertThat(matter.petition.state()).isEqualTo(PetitionState.REGISTERED);
			assertThat(matter.petition.dealing()).isEmpty();
			assertThat(matter.petition.accusedOrgans()).contains(organ);
			assertThat(matter.clocks).filteredOn(Deadline::isRunning)
				.extracting(Deadline::holder)
				.allMatch(Holder.role(Role.PETITION_OFFICE)::equals);
			assertThat(matter.running()).contains("transfer");
		}
	}

	@Test
	void pet18HidesAClosedMatterFromAnOrganThatIsAccusedLater() {
		Journey matter = answered(DAY).then("close", new PetitionAction.Closing(null, true), DAY, OFFICE)
			.then("add-accused", accusing("water"), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.CLOSED);
		assertThat(matter.petition.dealing()).isEmpty();
	}

	@Test
	void pet18ReexaminesByNobodyWhoIsAccused() {
		Journey matter = answered(DAY);
		matter.petition = matter.petition
			.with((change) -> change.accused = List.of(new Petition.Accused("henan", null, null)));
		refused("PET-18",
				() -> matter.then("ask-reexamination", new PetitionAction.Appeal("不服", GOV), DAY, PETITIONER));
	}

	@Test
	void pet08ObjectsOnceAndGoesBackOrOn() {
		Journey matter = transferred(DAY).then("object", input("object"), DAY, HANDLER);
		assertThat(matter.running()).containsExactly("notice");
		matter.then("overrule-objection", input("overrule-objection"), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.TRANSFERRED);
		assertThat(matter.running()).containsExactly("acceptance-notice", "notice");
		refused("PET-08", () -> matter.then("object", input("object"), DAY, HANDLER));
		Journey other = transferred(DAY).then("object", input("object"), DAY, HANDLER)
			.then("sustain-objection", input("sustain-objection"), DAY, OFFICE);
		assertThat(other.petition.state()).isEqualTo(PetitionState.REGISTERED);
		assertThat(other.petition.former()).containsExactly("water");
		assertThat(other.running()).containsExactly("notice", "transfer");
	}

	@Test
	void pet08AnOverruledAssignmentIsAnAssignmentAgain() {
		Journey matter = Journey.of(DAY)
			.then("classify", classed(Category.CLAIM, Route.OTHER), DAY, OFFICE)
			.then("assign", new PetitionAction.Passing(WATER, null), DAY, OFFICE)
			.then("object", input("object"), DAY, HANDLER)
			.then("overrule-objection", input("overrule-objection"), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.ASSIGNED);
	}

	@Test
	void pet08WhatIsNotForAnOrganItObjectsTo() {
		Journey matter = transferred(DAY);
		refused("PET-08", () -> matter.then("not-accept",
				new PetitionAction.NonAcceptance(Ground.NOT_COMPETENT, "不属于职责", "城管局"), DAY, HANDLER));
	}

	@Test
	void pet10AndPet17AcceptNothingThatIsAcceptedBelowOrFinal() {
		Journey below = Journey.of(DAY)
			.then("classify",
					new PetitionAction.Classification(Category.CLAIM, PetitionTerms.Competence.OTHER, Route.OTHER,
							List.of(), "金水区水务局", null),
					DAY, OFFICE)
			.then("transfer", new PetitionAction.Passing(WATER, null), DAY, OFFICE);
		refused("PET-10", () -> below.then("accept", input("accept"), DAY, HANDLER));
		Journey again = Journey.of(DAY)
			.then("classify",
					new PetitionAction.Classification(Category.CLAIM, PetitionTerms.Competence.OTHER, Route.OTHER,
							List.of(), null, "XF-2020-0007"),
					DAY, OFFICE)
			.then("transfer", new PetitionAction.Passing(WATER, null), DAY, OFFICE);
		refused("PET-17", () -> again.then("accept", input("accept"), DAY, HANDLER));
	}

	@Test
	void pet07ADeclinedPetitionerIsToldWhereToTurn() {
		Journey matter = Journey.of(DAY);
		refused("PET-07", () -> matter.then("decline",
				new PetitionAction.NonAcceptance(Ground.NOT_COMPETENT, "不属于本机关职权", null), DAY, OFFICE));
	}

	@Test
	void pet14AnOpinionOnAClaimNamesOutcomeFactsAndLaw() {
		for (PetitionAction.Opinion opinion : List.of(new PetitionAction.Opinion(null, "事实", "意见", "依据", "赵强", null),
				new PetitionAction.Opinion(PetitionTerms.Outcome.EXPLAINED, null, "意见", "依据", "赵强", null),
				new PetitionAction.Opinion(PetitionTerms.Outcome.NOT_SUPPORTED, "事实", "意见", null, "赵强", null))) {
			Journey matter = accepted(DAY);
			refused("PET-14", () -> matter.then("answer", opinion, DAY, HANDLER));
		}
	}

	@Test
	void aSuggestionIsStudiedAndAnsweredWithoutALimit() {
		Journey matter = Journey.of(DAY)
			.then("classify", classed(Category.SUGGESTION, null), DAY, OFFICE)
			.then("transfer", new PetitionAction.Passing(WATER, null), DAY, OFFICE)
			.then("accept", input("accept"), DAY, HANDLER);
		assertThat(matter.running()).containsExactly("notice");
		matter.then("answer", new PetitionAction.Opinion(null, null, "已采纳", null, "赵强", null), DAY, HANDLER);
		assertThat(matter.running()).containsExactly("notice");
		refused("PET-15",
				() -> matter.then("ask-reexamination", new PetitionAction.Appeal("不服", GOV), DAY, PETITIONER));
	}

	@Test
	void pet15AsksForAHigherOrganAndAnother() {
		Journey matter = answered(DAY);
		refused("PET-15",
				() -> matter.then("ask-reexamination", new PetitionAction.Appeal("不服", null), DAY, PETITIONER));
		refused("PET-15", () -> matter.then("ask-reexamination", new PetitionAction.Appeal("不服", WATER), DAY, OFFICE));
	}

	@Test
	void pet15ClosesNothingThatCanStillBeAskedAbout() {
		Journey matter = answered(DAY);
		LocalDate last = matter.clock("reexamination-request").dueOn();
		refused("PET-15", () -> matter.then("close", new PetitionAction.Closing(null, false), last, OFFICE));
		matter.then("close", new PetitionAction.Closing(null, false), last.plusDays(1), OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.CLOSED);
		assertThat(matter.running()).isEmpty();
	}

	@Test
	void pet24AnAssignedMatterIsReportedOnCheckedAndReturned() {
		Journey matter = Journey.of(DAY)
			.then("classify", classed(Category.CLAIM, Route.OTHER), DAY, OFFICE)
			.then("assign", new PetitionAction.Passing(WATER, null), DAY, OFFICE)
			.then("accept", input("accept"), DAY, HANDLER)
			.then("answer", opinion(), DAY, HANDLER);
		refused("PET-24", () -> matter.then("return", input("return"), DAY, OFFICE));
		refused("PET-24", () -> matter.then("close", new PetitionAction.Closing(null, true), DAY, OFFICE));
		matter.then("report-back", input("report-back"), DAY, HANDLER).then("return", input("return"), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.RETURNED);
		matter.then("answer", opinion(), DAY, HANDLER);
		refused("PET-24", () -> matter.then("close", new PetitionAction.Closing(null, true), DAY, OFFICE));
		matter.then("report-back", input("report-back"), DAY, HANDLER)
			.then("close", new PetitionAction.Closing(null, true), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.CLOSED);
	}

	@Test
	void pet24OnlyAnAssignedMatterIsReportedOn() {
		Journey matter = accepted(DAY);
		refused("PET-24", () -> matter.then("report-back", input("report-back"), DAY, HANDLER));
	}

	@Test
	void pet20RatesAnAnswerOnly() {
		Journey declined = Journey.of(DAY)
			.then("decline", input("decline"), DAY, OFFICE)
			.then("close", new PetitionAction.Closing(null, false), DAY, OFFICE);
		refused("PET-20", () -> declined.then("rate", input("rate"), DAY, PETITIONER));
		Journey matter = answered(DAY).then("rate", input("rate"), DAY, PETITIONER);
		assertThat(matter.petition.last(PetitionAction.Rating.class)).isPresent();
	}

	@Test
	void pet26ALeaderSeesToAMatterOnceAtATime() {
		Journey matter = Journey.of(DAY);
		refused("PET-26", () -> matter.then("supervise-result", input("supervise-result"), DAY, LEADER));
		matter.then("supervise", input("supervise"), DAY, LEADER);
		refused("PET-26", () -> matter.then("supervise", input("supervise"), DAY, OFFICE));
		matter.then("supervise-result", input("supervise-result"), DAY.plusDays(9), LEADER);
		assertThat(Objects.requireNonNull(matter.petition.supervision()).closedOn()).isEqualTo(DAY.plusDays(9));
	}

	@Test
	void pet19WhoeverStepsAsideIsNamedByThemselvesOrByTheOffice() {
		Journey matter = transferred(DAY).then("recuse", new PetitionAction.Recusal(null, "亲属"), DAY, HANDLER)
			.then("recuse", new PetitionAction.Recusal("zhou", "同事"), DAY, OFFICE);
		assertThat(matter.petition.recused()).containsExactly("handler", "zhou");
	}

	@Test
	void pet21AnUrgentMatterStaysWhereItIs() {
		Journey matter = Journey.of(DAY).then("report-urgent", input("report-urgent"), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.REGISTERED);
		assertThat(matter.petition.last(PetitionAction.Urgency.class)).isPresent();
	}

	@Test
	void pet17TakesAFurtherLetterOfAFinalMatterWithoutOpeningIt() {
		Journey matter = reviewed(DAY).then("finalise", input("finalise"), DAY, OFFICE)
			.then("add-receipt", letter(DAY), DAY, OFFICE);
		assertThat(matter.petition.state()).isEqualTo(PetitionState.FINAL);
		assertThat(matter.running()).isEmpty();
	}

	/**
	 * PET-04, PET-06: whatever comes is registered, with the fields it has.
	 */
	@Test
	void pet06RegistersWhateverComesWithWhatItSays() {
		Petition unsigned = new Journey(new PetitionAction.Registration(Channel.LETTER, DAY, List.of(), "反映占道经营", null,
				null, 1, null, false, false, "410105", List.of()), "").petition;
		assertThat(unsigned.state()).isEqualTo(PetitionState.REGISTERED);
		PetitionAction.Registration said = Journey.of(DAY).petition.matter();
		assertThat(said.petitioners()).extracting(Petition.Petitioner::name, Petition.Petitioner::address)
			.containsExactly(Tuple.tuple("王芳", "金水区文化路1号"));
		assertThat(said)
			.extracting(PetitionAction.Registration::request, PetitionAction.Registration::facts,
					PetitionAction.Registration::reasons)
			.containsExactly("要求修复小区供水管道", "管道破裂三个月", "影响生活");
	}

	/**
	 * What a step rests on, as it is published and kept with every step taken.
	 */
	@Test
	void theStepsNameTheRulesTheyRestOn() {
		assertThat(WORKFLOW.step("register").rules()).contains("PET-02", "PET-03", "PET-04", "PET-06");
		assertThat(WORKFLOW.step("notify").rules()).contains("PET-07");
		assertThat(WORKFLOW.step("transfer").rules()).contains("PET-09", "PET-18");
		assertThat(WORKFLOW.step("divert").rules()).contains("PET-11", "PET-25");
		assertThat(WORKFLOW.step("recuse").rules()).contains("PET-19");
		assertThat(WORKFLOW.step("report-urgent").rules()).contains("PET-21");
		assertThat(WORKFLOW.step("answer").rules()).contains("PET-12", "PET-13", "PET-14");
	}

	/**
	 * PET-25: the office passes on and sees to it, and never settles a matter.
	 */
	@Test
	void pet25TheOfficeSettlesNothingAndAnOrganClosesNothing() {
		for (String step : List.of("accept", "not-accept", "answer", "reexamine", "review", "rate")) {
			assertThat(WORKFLOW.step(step).by()).as(step).doesNotContain(OFFICE);
		}
		for (String step : List.of("close", "finalise", "rate", "return")) {
			assertThat(WORKFLOW.step(step).by()).as(step).doesNotContain(HANDLER, REEXAMINER, REVIEWER);
		}
	}

	// --- clocks; days worked out by hand from the calendar

	private static Journey transferred(LocalDate on) {
		return Journey.of(on)
			.then("classify", classed(Category.CLAIM, Route.OTHER), on, OFFICE)
			.then("transfer", new PetitionAction.Passing(WATER, null), on, OFFICE);
	}

	private static Journey accepted(LocalDate on) {
		return transferred(on).then("accept", input("accept"), on, HANDLER);
	}

	private static Journey answered(LocalDate on) {
		return accepted(on).then("answer", opinion(), on, HANDLER);
	}

	private static Journey reviewed(LocalDate on) {
		return answered(on).then("ask-reexamination", new PetitionAction.Appeal("不服", GOV), on, PETITIONER)
			.then("reexamine", finding(), on, REEXAMINER)
			.then("ask-review", new PetitionAction.Appeal("不服", HENAN), on, PETITIONER)
			.then("review", finding(), on, REVIEWER);
	}

	@Test
	void pet07AndPet09CountFromTheDayTheLetterCame() {
		Journey matter = Journey.of(DAY);
		// 1 June + 15 = 16 June, a Thursday; + 5 = 6 June, a Monday
		assertThat(matter.clock("notice").dueOn()).isEqualTo("2022-06-16");
		assertThat(matter.clock("transfer").dueOn()).isEqualTo("2022-06-06");
		assertThat(matter.clock("notice").holder()).isEqualTo(Holder.role(Role.PETITION_OFFICE));
		matter.then("notify", notice(), DAY.plusDays(3), OFFICE);
		assertThat(matter.clock("notice").statusOn(DAY.plusDays(3))).isEqualTo(Deadline.Status.MET);
	}

	@Test
	void pet07OwesNoNoticeToSomebodyWhoCannotBeReached() {
		PetitionAction.Registration unsigned = new PetitionAction.Registration(Channel.LETTER, DAY,
				List.of(new Petition.Petitioner("一群众", null, null, null)), "反映占道经营", null, null, 1, null, false, false,
				"410105", List.of());
		assertThat(new Journey(unsigned, "").running()).containsExactly("transfer");
	}

	@Test
	void pet08CountsFiveWorkingDays() {
		Journey matter = transferred(DAY);
		// 2, 6, 7, 8, 9 June: the Dragon Boat holiday is 3 to 5 June
		assertThat(matter.clock("objection").dueOn()).isEqualTo("2022-06-09");
		assertThat(matter.clock("objection").holder()).isEqualTo(Holder.organ("water"));
		assertThat(matter.clock("acceptance-notice").dueOn()).isEqualTo("2022-06-16");
		refused("PET-08", () -> matter.then("object", input("object"), LocalDate.of(2022, 6, 10), HANDLER));
		matter.take("object", input("object"), LocalDate.of(2022, 6, 10), HANDLER, "材料转递延误");
		assertThat(matter.late).extracting(Deadline::name).containsExactly("objection");
	}

	@Test
	void pet12GivesSixtyDaysAndThirtyMore() {
		Journey matter = accepted(DAY);
		// 1 June + 60 = 31 July, a Sunday: 1 August
		assertThat(matter.clock("handling").dueOn()).isEqualTo("2022-08-01");
		matter.then("extend", new PetitionAction.Extension("局长 赵强", "案情复杂", DAY), DAY.plusDays(50), HANDLER);
		// 31 July + 30 = 30 August, a Tuesday
		assertThat(matter.clock("handling").dueOn()).isEqualTo("2022-08-30");
		refused("PET-12", () -> matter.then("extend", new PetitionAction.Extension("局长 赵强", "再延", DAY),
				DAY.plusDays(55), HANDLER));
	}

	@Test
	void pet12TellsThePetitionerWhyItTakesLonger() {
		Journey matter = accepted(DAY);
		refused("PET-12",
				() -> matter.then("extend", new PetitionAction.Extension("局长 赵强", "案情复杂", null), DAY, HANDLER));
	}

	@Test
	void pet12KnowsNoLimitForAnAccusation() {
		Journey matter = accused(Category.ACCUSATION, "housing")
			.then("transfer", new PetitionAction.Passing(COMMISSION, null), DAY, OFFICE)
			.then("accept", input("accept"), DAY, HANDLER);
		assertThat(matter.running()).containsExactly("notice");
		refused("PET-12", () -> matter.then("extend", input("extend"), DAY, HANDLER));
	}

	@Test
	void pet13GaveThirtyDaysUntilTheEndOfApril2022() {
		// 29 April + 30 = 29 May, a Sunday: 30 May
		assertThat(accepted(LocalDate.of(2022, 4, 29)).clock("handling").dueOn()).isEqualTo("2022-05-30");
		// 1 May + 60 = 30 June, a Thursday
		assertThat(accepted(LocalDate.of(2022, 5, 1)).clock("handling").dueOn()).isEqualTo("2022-06-30");
		Journey old = accepted(LocalDate.of(2022, 3, 1)).then("extend", input("extend"), LocalDate.of(2022, 3, 20),
				HANDLER);
		// 1 March + 30 = 31 March, + 60 = 30 May: ninety days in all
		assertThat(old.clock("handling").dueOn()).isEqualTo("2022-05-30");
	}

	@Test
	void aLateAnswerIsTakenWithAReasonAndMarked() {
		Journey matter = accepted(DAY);
		refused("PET-12", () -> matter.then("answer", opinion(), LocalDate.of(2022, 8, 2), HANDLER));
		matter.take("answer", opinion(), LocalDate.of(2022, 8, 2), HANDLER, "等待鉴定结论");
		assertThat(matter.petition.state()).isEqualTo(PetitionState.ANSWERED);
		assertThat(matter.clock("handling").lateReason()).isEqualTo("等待鉴定结论");
	}

	@Test
	void pet15And16GiveThirtyDaysToAskAndThirtyToAnswer() {
		Journey matter = answered(DAY);
		// 1 June + 30 = 1 July, a Friday
		assertThat(matter.clock("reexamination-request").dueOn()).isEqualTo("2022-07-01");
		matter.then("ask-reexamination", new PetitionAction.Appeal("不服", GOV), LocalDate.of(2022, 7, 1), PETITIONER);
		// 1 July + 30 = 31 July, a Sunday: 1 August
		assertThat(matter.clock("reexamination").dueOn()).isEqualTo("2022-08-01");
		assertThat(matter.clock("reexamination").holder()).isEqualTo(Holder.organ("gov"));
		matter.then("reexamine", finding(), LocalDate.of(2022, 8, 1), REEXAMINER);
		// 1 August + 30 = 31 August, a Wednesday
		assertThat(matter.clock("review-request").dueOn()).isEqualTo("2022-08-31");
		matter.then("ask-review", new PetitionAction.Appeal("不服", HENAN), LocalDate.of(2022, 8, 31), PETITIONER);
		// 31 August + 30 = 30 September, a Friday
		assertThat(matter.clock("review").dueOn()).isEqualTo("2022-09-30");
		assertThat(matter.clock("review").holder()).isEqualTo(Holder.organ("henan"));
	}

	@Test
	void pet16DoesNotCountTheTimeOfAHearing() {
		Journey matter = answered(DAY).then("ask-reexamination", new PetitionAction.Appeal("不服", GOV), DAY, PETITIONER)
			.then("reexamine", finding(), DAY, REEXAMINER)
			.then("ask-review", new PetitionAction.Appeal("不服", HENAN), LocalDate.of(2022, 7, 1), PETITIONER);
		assertThat(matter.clock("review").dueOn()).isEqualTo("2022-08-01");
		matter.then("hold-hearing", input("hold-hearing"), LocalDate.of(2022, 7, 11), REVIEWER);
		assertThat(matter.clock("review").statusOn(LocalDate.of(2022, 8, 5))).isEqualTo(Deadline.Status.PAUSED);
		refused("PET-16",
				() -> matter.then("hold-hearing", input("hold-hearing"), LocalDate.of(2022, 7, 12), REVIEWER));
		refused("PET-16", () -> matter.then("review", finding(), LocalDate.of(2022, 7, 12), REVIEWER));
		matter.then("end-hearing", input("end-hearing"), LocalDate.of(2022, 7, 21), REVIEWER);
		// 1 July + 30 + 10 = 10 August, a Wednesday
		assertThat(matter.clock("review").dueOn()).isEqualTo("2022-08-10");
		refused("PET-16", () -> matter.then("end-hearing", input("end-hearing"), LocalDate.of(2022, 7, 22), REVIEWER));
		matter.then("review", finding(), LocalDate.of(2022, 8, 10), REVIEWER);
		assertThat(matter.late).isEmpty();
	}

	@Test
	void aClaimedMatterPassesTheTimeToAskToThePetitioner() {
		Journey matter = answered(DAY);
		assertThat(matter.clock("reexamination-request").holder()).isEqualTo(Holder.role(Role.PETITION_OFFICE));
		matter.then("claim", new PetitionAction.Claiming(), DAY.plusDays(5), CLAIMANT);
		assertThat(matter.petition.accounts()).containsExactly("li");
		assertThat(matter.clocks).filteredOn(Deadline::isRunning)
			.filteredOn((clock) -> clock.name().equals("reexamination-request"))
			.singleElement()
			.satisfies((clock) -> {
				assertThat(clock.holder()).isEqualTo(Holder.person("li"));
				assertThat(clock.dueOn()).isEqualTo("2022-07-01");
			});
	}

	@Test
	void aMatterIsReadBackAsItWasWritten() {
		Petition petition = reviewed(DAY).petition;
		JsonMapper json = JsonMapper.builder().build();
		assertThat(json.readValue(json.writeValueAsString(petition), Petition.class)).isEqualTo(petition);
		assertThat(petition.id()).isInstanceOf(UUID.class);
	}

}
