package renda.supervision.petition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;
import renda.supervision.organ.Organ;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import renda.supervision.petition.PetitionTerms.Competence;
import renda.supervision.petition.PetitionTerms.Outcome;
import renda.supervision.petition.PetitionTerms.Route;
import renda.supervision.petition.PetitionTerms.Verdict;
import renda.supervision.petition.PetitionTerms.Way;

/**
 * Matters that are led through their steps without a database.
 */
final class PetitionFixtures {

	static final Workflow<Petition, PetitionState, PetitionParty> WORKFLOW = PetitionWorkflow.declared();

	static final Destination WATER = new Destination("water", "市水利局", Organ.Kind.DEPARTMENT, List.of("water", "gov"));

	static final Destination HOUSING = new Destination("housing", "市住房局", Organ.Kind.DEPARTMENT,
			List.of("housing", "gov"));

	static final Destination GOV = new Destination("gov", "市人民政府", Organ.Kind.GOVERNMENT, List.of("gov", "henan"));

	static final Destination HENAN = new Destination("henan", "省人民政府", Organ.Kind.GOVERNMENT, List.of("henan"));

	static final Destination COMMISSION = new Destination("supervisory", "市监察委员会", Organ.Kind.SUPERVISORY_COMMISSION,
			List.of("supervisory"));

	static final Map<PetitionParty, Caller> CALLERS = Map.of(PetitionParty.OFFICE,
			new Caller("office", "信访干部", Set.of(Role.PETITION_OFFICE), Set.of(), "standing-committee"),
			PetitionParty.HANDLER, new Caller("handler", "经办人", Set.of(Role.ORGAN), Set.of(), "water"),
			PetitionParty.REEXAMINER, new Caller("gov", "复查人", Set.of(Role.ORGAN), Set.of(), "gov"),
			PetitionParty.REVIEWER, new Caller("henan", "复核人", Set.of(Role.ORGAN), Set.of(), "henan"),
			PetitionParty.PETITIONER, new Caller("wang", "王女士", Set.of(Role.RESIDENT), Set.of(), ""),
			PetitionParty.CLAIMANT, new Caller("li", "李先生", Set.of(Role.RESIDENT), Set.of(), ""), PetitionParty.LEADER,
			new Caller("chair", "主任", Set.of(Role.CHAIR), Set.of(), "standing-committee"), PetitionParty.DEPUTY_SERVICE,
			new Caller("deputy-service", "代表工作系统", Set.of(Role.SERVICE), Set.of(), ""));

	private PetitionFixtures() {
	}

	static PetitionAction.Registration letter(LocalDate on) {
		return new PetitionAction.Registration(Channel.LETTER, on,
				List.of(new Petition.Petitioner("王芳", "金水区文化路1号", "13800001234", "410105197001011234")), "要求修复小区供水管道",
				"管道破裂三个月", "影响生活", 1, null, false, false, "410105", List.of());
	}

	static PetitionAction.Classification classed(Category category, Route route) {
		return new PetitionAction.Classification(category, Competence.LAW_ENFORCEMENT, route, List.of(), null, null);
	}

	static PetitionAction.Opinion opinion() {
		return new PetitionAction.Opinion(Outcome.SUPPORTED, "经查管道老化", "十日内修复", "城市供水条例 第二十四条", "局长 赵强", null);
	}

	static PetitionAction.Finding finding() {
		return new PetitionAction.Finding(Verdict.UPHELD, "原处理意见事实清楚", "信访工作条例 第三十五条", "市长 钱伟");
	}

	static PetitionAction.Notice notice() {
		return new PetitionAction.Notice(Way.LETTER, "已转送市水利局");
	}

	/**
	 * A matter on its way, with its clocks.
	 */
	static final class Journey {

		Petition petition;

		List<Deadline> clocks = new ArrayList<>();

		List<Deadline> late = List.of();

		Journey(PetitionAction.Registration said, String account) {
			this.petition = Petition.registered(UUID.randomUUID(), "XF-2022-0001", said, account, true);
			take("register", said, said.receivedOn(), PetitionParty.OFFICE, "");
		}

		static Journey of(LocalDate on) {
			return new Journey(letter(on), "");
		}

		Journey then(String step, PetitionAction said, LocalDate on, PetitionParty by) {
			return take(step, said, on, by, "");
		}

		Journey take(String step, PetitionAction said, LocalDate on, PetitionParty by, String lateReason) {
			Decision<Petition, PetitionState, PetitionParty> decision = WORKFLOW.decide(this.petition, this.clocks,
					step, (Record) said, new Moment<>(CALLERS.get(by), Set.of(by), on, RuleBook.statutory(on)),
					lateReason, WorkingDays.ofCalendar());
			this.petition = decision.after();
			this.late = decision.late();
			List<UUID> changed = decision.clocks().stream().map(Deadline::id).toList();
			this.clocks = Stream
				.concat(this.clocks.stream().filter((clock) -> !changed.contains(clock.id())),
						decision.clocks().stream())
				.toList();
			return this;
		}

		Deadline clock(String name) {
			return this.clocks.stream()
				.filter((clock) -> clock.name().equals(name))
				.reduce((one, next) -> next)
				.orElseThrow(() -> new AssertionError("no clock " + name));
		}

		List<String> running() {
			return this.clocks.stream().filter(Deadline::isRunning).map(Deadline::name).sorted().toList();
		}

	}

}
