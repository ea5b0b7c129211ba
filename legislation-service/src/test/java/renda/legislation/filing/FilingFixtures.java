package renda.legislation.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import renda.legislation.examination.FilingCorrection.AnnulmentGround;
import renda.legislation.examination.FilingCorrection.How;
import renda.legislation.examination.FilingCorrection.Outcome;
import renda.legislation.examination.FilingCorrection.Response;
import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingLock;
import renda.legislation.examination.FilingReview.Ground;
import renda.legislation.examination.FilingReview.Mode;
import renda.legislation.examination.FilingReview;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingDocument.Act;
import renda.legislation.normative.FilingDocument.FilingFile;
import renda.legislation.normative.FilingDocument.Recipient;
import renda.legislation.normative.FilingDocument.Scope;
import renda.legislation.normative.FilingDocument.SentTo;
import renda.legislation.normative.FilingDocument.Source;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingEntry;
import renda.legislation.normative.FilingIntake;
import renda.legislation.normative.FilingReceipt;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

/**
 * Filings in every state: {@code housing} has made a document about rented flats,
 * {@code social} and {@code legal} review it.
 */
final class FilingFixtures {

	static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);

	static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

	static final UUID ID = new UUID(7, 1);

	static final Scope NORMATIVE = new Scope(true, true, true, false);

	static final String TEXT = """
			第一条 为了规范房屋租赁，根据《城市房地产管理法》，制定本办法。

			第二条 出租房屋的，应当向住房保障部门备案。

			第三条 违反本办法第二条的，处五百元以下罚款，并可以查封房屋。

			第四条 本办法自2026年4月1日起施行。
			""";

	private FilingFixtures() {
	}

	static FilingFile file(int number) {
		return new FilingFile(new UUID(9, number), "文件" + number + ".pdf", "%064d".formatted(number));
	}

	static FilingEntry entry() {
		return entry(Source.GOVERNMENT_DOCUMENT, NORMATIVE, List.of(file(1), file(2), file(3)), List.of("城市房地产管理法"),
				List.of(), "");
	}

	static FilingEntry entry(Source source, Scope scope, List<FilingFile> files, List<String> basis,
			List<SentTo> sentTo, String late) {
		return new FilingEntry("housing", "市住房局", source, Act.MADE, "甲市房屋租赁管理办法", "甲房〔2026〕3号", ISSUED,
				LocalDate.of(2026, 4, 1), scope, id(files, 0), id(files, 1), id(files, 2), List.of(), basis, 10, TEXT,
				sentTo, null, null, late, files);
	}

	private static UUID id(List<FilingFile> files, int index) {
		return (files.size() > index) ? files.get(index).id() : null;
	}

	static List<SentTo> all() {
		return List.of(Recipient.values()).stream().map((body) -> new SentTo(body, ISSUED.plusDays(3))).toList();
	}

	/**
	 * A filing in a state, such that a step can be taken from it.
	 */
	static Filing ready(State state, String step) {
		FilingDocument document = entry().document("housing");
		FilingIntake intake = FilingIntake.dueOn(LocalDate.of(2026, 4, 1)).filed(ISSUED.plusDays(20), "");
		if (state == State.OVERDUE_FILING) {
			intake = intake.demanded(new FilingIntake.Demand(ISSUED.plusDays(50), ISSUED.plusDays(60), "限期报送"));
		}
		Filing made = Filing.of(ID, "BA-2026-0001", state, ISSUED.plusDays(20), document, intake, false);
		if (state.ordinal() >= State.REGISTERED.ordinal()) {
			made = made.with(intake.registered(FilingReceipt.of("BA-2026-0001", ISSUED.plusDays(25), document)));
		}
		if (state.ordinal() >= State.IN_REVIEW.ordinal()) {
			made = made.with(review(made, state, step)).with(correction(state, step));
		}
		return made.in(state, LocalDate.of(2026, 6, 1), 9);
	}

	private static FilingReview review(Filing made, State state, String step) {
		boolean wrong = !Set.of("conclude", "promise").contains(step) && state != State.NO_PROBLEM
				&& !(state == State.CLOSED && step.equals("answer-request"));
		boolean opined = !Set.of("give-opinion", "take-more-time").contains(step);
		return FilingConditions
			.begun(made.review(), made.document(), Set.of(Mode.ACTIVE), List.of("social", "legal"), ISSUED.plusDays(30))
			.with((review) -> {
				if (opined) {
					review.committees.replaceAll((asked) -> new FilingReview.CommitteeReview(asked.committee(),
							asked.askedOn(), new FilingReview.Opinion(ISSUED.plusDays(40), List.of(), "意见")));
				}
				for (Ground ground : Ground.values()) {
					boolean found = wrong && ground == Ground.EXCEEDS_POWERS;
					review.findings.add(new FilingReview.Finding(ground, found, found ? List.of("第三条") : List.of(),
							"理由", ISSUED.plusDays(41)));
				}
				review.locks = review.locks.stream()
					.map((lock) -> lock.answered(new FilingLock.LockAnswer(!wrong, "理由", "某人", ISSUED.plusDays(41))))
					.toList();
				if (state == State.EXTENDED) {
					review.extension = new FilingReview.Extension(ISSUED.plusDays(42), "疑难", "某主任");
				}
				if (state == State.CONSULTING_ORGAN) {
					review.inquiries
						.add(new FilingReview.Inquiry(ISSUED.plusDays(43), "请说明", ISSUED.plusDays(60), null, ""));
				}
				if (step.equals("settle-doubt")) {
					review.doubt = new FilingReview.Doubt(ISSUED.plusDays(44), "疑问", "省人大常委会", null, "");
				}
				if (state == State.NO_PROBLEM || state == State.CLOSED) {
					review.ended(ISSUED.plusDays(50), FilingReview.Result.NO_PROBLEM, "未发现问题");
				}
				if (state == State.CORRECTED) {
					review.ended(ISSUED.plusDays(50), FilingReview.Result.CORRECTED_AFTER_OPINION, "已修改");
				}
				if (state == State.ANNULLED) {
					review.ended(ISSUED.plusDays(50), FilingReview.Result.ANNULLED, "已撤销");
				}
			});
	}

	private static FilingCorrection correction(State state, String step) {
		return FilingCorrection.NONE.with((done) -> {
			if (state == State.SUSPENDED) {
				done.plan = new FilingCorrection.Plan(LocalDate.of(2026, 5, 1), "计划", LocalDate.of(2026, 8, 1));
			}
			if (state == State.ORGAN_ANSWERED) {
				done.answer = new FilingCorrection.MakerAnswer(LocalDate.of(2026, 6, 1), Response.REFUSE, "不改", null);
			}
			if (state == State.CHAIRS_DECIDED) {
				done.decision = new FilingCorrection.CouncilDecision(LocalDate.of(2026, 6, 1),
						step.equals("close") ? Outcome.MAINTAIN : Outcome.ORDER_CORRECTION, "决定");
			}
			if (state == State.CORRECTED) {
				done.correction = new FilingCorrection.Corrected(LocalDate.of(2026, 6, 1), How.AMENDED, "甲房〔2026〕9号",
						"已改");
				done.refiledAs = step.equals("close") ? new UUID(7, 2) : null;
			}
			if (state == State.ANNULLED) {
				done.attendance = new FilingCorrection.HeadAttendance(LocalDate.of(2026, 6, 1), "张三", true, "");
				if (step.equals("close")) {
					done.publication = new FilingCorrection.Publication(LocalDate.of(2026, 6, 2), "公报");
					done.execution = new FilingCorrection.Execution(LocalDate.of(2026, 6, 3), "已停止执行");
				}
			}
		});
	}

	static Record input(String step) {
		LocalDate later = TODAY.plusDays(30);
		return switch (step) {
			case "announce", "file", "submit", "supplement" -> entry();
			case "demand" -> new FilingAction.FilingDemand(later, "限期报送");
			case "criticise" -> new FilingAction.FilingCriticism("常委会决定", "通报");
			case "ask-supplement" -> new FilingAction.FilingReturn(List.of("explanation"), "说明不完整");
			case "not-accept", "go-on" -> new FilingAction.FilingReasons("理由");
			case "transfer", "refer" -> new FilingAction.FilingTransfer("县人大常委会", "属其职权");
			case "register" -> new FilingAction.FilingRegistration(NORMATIVE);
			case "begin-review" ->
				new FilingAction.FilingAssignment(Set.of(Mode.ACTIVE, Mode.SPECIAL), List.of("social"));
			case "widen" -> new FilingAction.FilingAssignment(Set.of(Mode.JOINT), List.of("finance"));
			case "answer-request" -> new FilingAction.FilingRequested(new UUID(8, 1), "SC-2026-0001", false);
			case "give-opinion" -> new FilingAction.FilingOpinion(Set.of(Ground.OTHER), "意见");
			case "take-more-time", "extend" -> new FilingAction.FilingExtending("疑难", "某主任");
			case "answer-ground" -> new FilingAction.FilingGround(Ground.PROCEDURE, false, List.of(), "程序合法");
			case "answer-lock" -> new FilingAction.FilingUnlocking(1, true, "有上位法依据");
			case "raise-doubt" -> new FilingAction.FilingDoubt("疑问", "省人大常委会");
			case "settle-doubt", "explain", "report-execution" -> new FilingAction.FilingWords("说明");
			case "ask-maker" -> new FilingAction.FilingInquiry("请说明依据", later);
			case "promise" -> new FilingAction.FilingPlan("修改第三条", later);
			case "conclude" -> new FilingAction.FilingConclusion("未发现问题", null);
			case "send-opinion" -> new FilingAction.FilingWrittenOpinion("第三条越权", null);
			case "answer" -> new FilingAction.FilingAnswer(Response.AMEND, "将修改", later);
			case "report-to-council" -> new FilingAction.FilingCouncilReport("报告", "建议责令纠正");
			case "decide" -> new FilingAction.FilingDecision(Outcome.ORDER_CORRECTION, "限期修改");
			case "correct" -> new FilingAction.FilingCorrecting(How.REPEALED, TODAY, "甲房〔2026〕10号", "已废止");
			case "refiled" -> new FilingAction.FilingRefiled(new UUID(7, 2));
			case "move-annulment" ->
				new FilingAction.FilingMotion(AnnulmentGround.EXCEEDS_POWERS, List.of(), "议案", false);
			case "note-attendance" -> new FilingAction.FilingAttendance("张三", true, null);
			case "annul", "not-annul" -> new FilingAction.FilingVoted(new UUID(6, 1), new UUID(6, 2), "第三次会议",
					step.equals("annul"), 51, 30, "通过");
			case "publish-decision" -> new FilingAction.FilingPublication("常委会公报");
			default -> new FilingAction.FilingPlain();
		};
	}

	static Caller caller(Party party) {
		return switch (party) {
			case MAKER -> new Caller("maker", "住房局", Set.of(Role.MAKER), Set.of(), "housing");
			case OFFICE -> new Caller("office", "备案审查工委", Set.of(Role.FILING_OFFICE), Set.of(), "");
			case COMMITTEE -> new Caller("committee", "社会委", Set.of(Role.COMMITTEE), Set.of(), "social");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case SESSION -> new Caller("session", "办公厅", Set.of(Role.GENERAL_OFFICE), Set.of(), "");
		};
	}

	static Moment<Party> moment(Party party, LocalDate on) {
		return new Moment<>(caller(party), EnumSet.of(party), on, RuleBook.statutory(on));
	}

	/**
	 * A filing with its clocks, led from step to step.
	 */
	static final class Life {

		Filing filing;

		List<Deadline> clocks = new ArrayList<>();

		Life(Filing filing) {
			this.filing = filing;
		}

		Life take(String step, Record input, Party party, LocalDate on) {
			return take(step, input, party, on, "");
		}

		Life take(String step, Record input, Party party, LocalDate on, String late) {
			Decision<Filing, State, Party> decision = FilingWorkflow.DECLARED.decide(this.filing, this.clocks, step,
					input, moment(party, on), late, WorkingDays.ofCalendar());
			decision.clocks().forEach((changed) -> {
				this.clocks.removeIf((clock) -> clock.id().equals(changed.id()));
				this.clocks.add(changed);
			});
			this.filing = decision.after();
			return this;
		}

		Life take(String step, Party party, LocalDate on) {
			return take(step, input(step), party, on);
		}

		Deadline clock(String name) {
			return this.clocks.stream()
				.filter((clock) -> clock.name().equals(name))
				.reduce((one, other) -> other)
				.orElseThrow();
		}

		List<String> running() {
			return this.clocks.stream().filter(Deadline::isRunning).map(Deadline::name).sorted().toList();
		}

	}

}
