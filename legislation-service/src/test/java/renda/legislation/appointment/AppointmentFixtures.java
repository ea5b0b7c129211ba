package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import renda.legislation.election.ElectionFixtures;
import renda.legislation.member.Body;
import renda.legislation.nomination.NominationAction;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.CommitteeSeat;
import renda.legislation.personnel.Hearing;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.PersonnelFile.Papers;
import renda.legislation.personnel.PlainStep;
import renda.legislation.personnel.Settlement;
import renda.legislation.personnel.Settlement.CastVote;
import renda.legislation.post.PostKind;
import renda.legislation.post.PostKind.Means;
import renda.legislation.post.PostKind.Nominator;
import renda.legislation.post.PostKind.OrganClass;
import renda.legislation.post.PostKind.Organiser;
import renda.legislation.sitting.Sitting;
import renda.legislation.slate.Slates;
import renda.legislation.tenure.TenureAction;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

/**
 * Appointments in every state: a bureau head whom the mayor nominates, unless a step
 * needs another act.
 */
public final class AppointmentFixtures {

	public static final Workflow<Appointment, State, Party> DECLARED = AppointmentWorkflow.DECLARED;

	static final LocalDate FILED = LocalDate.of(2026, 3, 2);

	static final LocalDate MEETING = LocalDate.of(2026, 3, 26);

	public static final LocalDate TODAY = LocalDate.of(2026, 3, 26);

	public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

	static final UUID CEREMONY = UUID.fromString("00000000-0000-7000-8000-000000000009");

	static final UUID MEETING_ID = UUID.fromString("00000000-0000-7000-8000-000000000005");

	static final PostKind BUREAU_HEAD = new PostKind("government-member", "局长", "bureau head", OrganClass.GOVERNMENT,
			Nominator.MAYOR, "government", Means.DECIDE, "APT-03", false, true, false, false, true, false, true, null,
			Organiser.COUNCIL, null);

	public static final PostKind VICE_MAYOR = new PostKind("vice-mayor", "副市长", "vice-mayor", OrganClass.GOVERNMENT,
			Nominator.MAYOR, "government", Means.DECIDE, "APT-01", true, false, false, true, true, false, true, "mayor",
			Organiser.COUNCIL, PostKind.Contest.VICE);

	static final PostKind COMMISSION_DEPUTY = new PostKind("commission-deputy", "监委副主任", "deputy head",
			OrganClass.SUPERVISORY_COMMISSION, Nominator.COMMISSION_HEAD, "supervisory-commission", Means.APPOINT,
			"APT-04", false, false, false, false, true, false, true, "commission-head", Organiser.COUNCIL, null);

	public static final PostKind JUDGE = new PostKind("judge", "审判员", "judge", OrganClass.COURT,
			Nominator.COURT_PRESIDENT, "court", Means.APPOINT, "APT-05", false, false, false, false, true, true, false,
			null, Organiser.COURT, null);

	static final PostKind COUNTY_CHIEF_PROCURATOR = new PostKind("county-chief-procurator", "县检察长",
			"county chief procurator", OrganClass.COUNTY_PROCURATORATE, Nominator.CHIEF_PROCURATOR, "procuratorate",
			Means.APPROVE, "APT-05", false, false, false, false, false, false, false, null, Organiser.LOWER_COUNCIL,
			null);

	public static final PostKind COMMITTEE = new PostKind("special-committee", "专委会委员", "committee member",
			OrganClass.CONGRESS, Nominator.COUNCIL, "", Means.APPOINT, "APT-07", true, false, false, true, false, true,
			false, null, Organiser.COUNCIL, null);

	public static final PostKind CHIEF_PROCURATOR = new PostKind("chief-procurator", "检察长", "chief procurator",
			OrganClass.PROCURATORATE, Nominator.NOBODY, "", Means.ELECT, "APT-02", true, true, true, true, false, false,
			false, null, Organiser.COUNCIL, PostKind.Contest.HEAD);

	public static final PostKind MAYOR = new PostKind("mayor", "市长", "mayor", OrganClass.GOVERNMENT, Nominator.NOBODY,
			"", Means.ELECT, "APT-02", true, false, false, true, false, false, false, null, Organiser.COUNCIL,
			PostKind.Contest.HEAD);

	public static final PostKind COMMITTEE_MEMBER = new PostKind("committee-member", "委员", "committee member",
			OrganClass.CONGRESS, Nominator.NOBODY, "", Means.ELECT, "APT-08", true, false, false, true, false, false,
			false, null, Organiser.COUNCIL, PostKind.Contest.MEMBERS);

	public static final Papers PAPERS = new Papers("任免呈报表", "工作需要", "德才兼备", null, "公示无异议", null);

	private AppointmentFixtures() {
	}

	static Proposer organ(String code) {
		return new Proposer(Proposer.Kind.ORGAN, code, true, List.of(), List.of());
	}

	public static Nomination nomination(Act act, PostKind kind, Proposer by) {
		String organ = switch (kind.organClass()) {
			case CONGRESS -> "standing-committee";
			case GOVERNMENT -> "fgw";
			case SUPERVISORY_COMMISSION -> "supervisory-commission";
			case COURT -> "court";
			case PROCURATORATE -> "procuratorate";
			case COUNTY_PROCURATORATE -> "procuratorate-410182";
		};
		return new Nomination(act, new Nomination.Person("p-1", "钱甲", ""),
				new Nomination.PostHeld(new UUID(3, 3), kind.code() + "-1", kind, organ, "市某职务", "市某机关", 1, false), 16,
				by, MEETING, null, false);
	}

	/**
	 * Who nominates for a kind of post.
	 */
	static Proposer nominator(Act act, PostKind kind) {
		return switch (act) {
			case ACTING, REMOVE -> Proposer.of(Proposer.Kind.COUNCIL, "");
			case RESIGNATION -> Proposer.of(Proposer.Kind.PERSON, "");
			case ELECT -> Proposer.of(Proposer.Kind.PRESIDIUM, "");
			case APPOINT, DISMISS, APPROVE, APPROVE_DISMISSAL ->
				kind.nominatorOrgan().isEmpty() ? Proposer.of(Proposer.Kind.COUNCIL, "") : organ(kind.nominatorOrgan());
		};
	}

	public static Appointment draft(Act act, PostKind kind) {
		return Appointment.draft(ID, "RM-2026-0001", FILED, nomination(act, kind, nominator(act, kind)),
				PersonnelFile.of(PAPERS));
	}

	/**
	 * An appointment in a state, such that a step can be taken from it.
	 */
	static Appointment ready(State state, String step) {
		Appointment made = switch (step) {
			case "dismiss", "complete" -> draft(Act.DISMISS, JUDGE);
			case "defend" -> draft(Act.REMOVE, BUREAU_HEAD);
			case "list-together", "vote-singly" -> draft(Act.APPOINT, JUDGE);
			case "record-upper-decision" -> draft(Act.RESIGNATION, CHIEF_PROCURATOR);
			case "stand", "elect", "tie", "not-elect" -> draft(Act.ELECT, VICE_MAYOR);
			default -> draft(Act.APPOINT, BUREAU_HEAD);
		};
		if (step.equals("verify-complaint")) {
			made = made.with(made.file().complained(new PersonnelFile.Complaint(FILED, "某事", "", null)));
		}
		if (step.equals("vote-singly")) {
			made = made.with(made.hearing().with(new UUID(4, 4)));
		}
		if (state.ordinal() >= State.INTRODUCED.ordinal()) {
			made = made.with(made.hearing()
				.with(new Hearing.Introduction(TODAY, MEETING_ID, "第一次会议", "秘书长", "提请说明"))
				.stated(new Hearing.Spoken(TODAY, "发言", false)));
		}
		if (state == State.NOT_APPROVED) {
			made = made.with(made.settlement().voted(vote(20)));
		}
		if (state.ordinal() >= State.APPOINTED.ordinal()) {
			made = made.with(made.settlement().voted(vote(30)));
		}
		if (step.equals("complete")) {
			made = made.with(made.settlement().noticed(TODAY, List.of("法院")));
		}
		if (state.ordinal() >= State.ANNOUNCED.ordinal()) {
			made = made.with(made.settlement().announced(TODAY, "公告〔2026〕1号"));
		}
		if (step.equals("identify-member") || step.equals("record-resignation")) {
			made = made
				.with(made.settlement().with(CommitteeSeat.found(new UUID(8, 8), step.equals("record-resignation"))));
		}
		return made.in(state, MEETING, 9);
	}

	static CastVote vote(int votesFor) {
		return new CastVote(new UUID(5, 6), MEETING_ID, "第一次会议", TODAY, 51, 48, votesFor, 48 - votesFor, 0, 0,
				2 * votesFor > 51, false, "说明");
	}

	static AppointmentFacts facts() {
		return new AppointmentFacts(0, true, List.of(), false, false, List.of(), false, true, 60, 51, 0, false,
				sitting(true, true));
	}

	static Sitting sitting(boolean open, boolean adopted) {
		List<Sitting.Item> items = new ArrayList<>();
		for (Act act : Act.values()) {
			items.add(new Sitting.Item(new UUID(6, act.ordinal()), "appointment", ID, act.purpose(), adopted, MEETING));
		}
		return new Sitting(MEETING_ID, "CWH-16-01", "第一次会议", Body.STANDING_COMMITTEE, 16, 1, MEETING, MEETING, open, 51,
				48, items);
	}

	/**
	 * What is sent with a step where nothing is wrong with it.
	 */
	public static Record input(String step) {
		return input(step, facts());
	}

	static Record input(String step, AppointmentFacts facts) {
		return switch (step) {
			case "revise" -> new NominationAction.Revision(PAPERS, MEETING.plusDays(1));
			case "file", "table", "complete" -> new PlainStep(facts);
			case "return", "vote-singly" -> new NominationAction.Return("原因");
			case "renominate" -> new NominationAction.Again(PAPERS, MEETING.plusMonths(7), facts);
			case "check" -> new NominationAction.Check("材料齐全", null, facts);
			case "examine" -> new NominationAction.Exam(85, null, "任前法律培训", facts);
			case "record-complaint" -> new NominationAction.Complain("某人反映某事");
			case "verify-complaint" -> new NominationAction.Finding(1, "查无实据");
			case "withdraw" -> new NominationAction.Withdraw("工作变动", "主任会议同意");
			case "list-together" -> new Slates.Listed(new UUID(4, 4), "无异议");
			case "introduce" -> new AppointmentAction.Introduce(MEETING_ID, "秘书长", "提请说明", facts);
			case "answer" -> new AppointmentAction.Question("问", "答");
			case "make-statement", "defend" -> new AppointmentAction.Speech("发言", null);
			case "deliberate" -> new AppointmentAction.Deliberate(MEETING_ID, facts);
			case "not-put" -> new AppointmentAction.Doubt("有疑点", "核实后再议");
			case "appoint", "dismiss" -> new AppointmentAction.Voted(vote(26), facts);
			case "not-approve" -> new AppointmentAction.Voted(vote(25), facts);
			case "stand" -> ElectionFixtures.standing(FILED);
			case "preselect" -> ElectionFixtures.preselection(FILED);
			case "elect" -> ElectionFixtures.counted(vote(26));
			case "tie", "not-elect", "list-by-votes", "not-list" -> ElectionFixtures.counted(vote(20));
			case "record-upper-decision" -> new TenureAction.Upper(true, "省人大常委会", "批复1号");
			case "announce" -> new TenureAction.Announce("公告〔2026〕1号", null);
			case "notify" -> new TenureAction.Notify(List.of("市政府"));
			case "file-record" -> new TenureAction.File(Settlement.FiledWith.To.UPPER_GOVERNMENT, "备案〔2026〕1号");
			case "certify" -> new TenureAction.Certify(null);
			case "swear", "miss-oath", "record-oath" -> new TenureAction.Swearing(CEREMONY, "XS-2026-0001", TODAY);
			case "commit" -> new TenureAction.Commit("任职承诺");
			case "end" -> new TenureAction.End(TenureAction.Ground.TERM_OVER, "任期届满");
			case "identify-member" -> new TenureAction.Identify(true, "核对身份证");
			case "record-resignation" -> new TenureAction.Resigned("常委会决定接受辞职", TODAY);
			case "leave" -> new TenureAction.Leave(TODAY, "DISMISS");
			default -> throw new IllegalArgumentException(step);
		};
	}

	static Caller caller(Party party) {
		return switch (party) {
			case NOMINATOR -> new Caller("clerk", "市政府人事", Set.of(Role.ORGAN), Set.of(), "government");
			case OFFICE -> new Caller("office", "人事代表选举委", Set.of(Role.PERSONNEL_OFFICE), Set.of(), "");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case CHAIR -> new Caller("chair", "王主任", Set.of(Role.CHAIR), Set.of(), "");
			case GENERAL_OFFICE -> new Caller("general", "办公厅", Set.of(Role.GENERAL_OFFICE), Set.of(), "");
			case OWN_ORGAN -> new Caller("own", "发改委", Set.of(Role.ORGAN), Set.of(), "fgw");
		};
	}

	public static Moment<Party> moment(Party party, LocalDate on) {
		return new Moment<>(caller(party), Set.of(party), on, RuleBook.statutory(on));
	}

}
