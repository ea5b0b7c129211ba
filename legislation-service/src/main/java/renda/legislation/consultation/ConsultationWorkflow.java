package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import renda.legislation.consultation.Consultation.Form;
import renda.legislation.consultation.Consultation.Party;
import renda.legislation.consultation.Consultation.State;
import renda.legislation.consultation.ConsultationAction.CarryOver;
import renda.legislation.consultation.ConsultationAction.CloseConsultation;
import renda.legislation.consultation.ConsultationAction.ExtendConsultation;
import renda.legislation.consultation.ConsultationAction.HearViews;
import renda.legislation.consultation.ConsultationAction.MarkContested;
import renda.legislation.consultation.ConsultationAction.OpenConsultation;
import renda.legislation.consultation.ConsultationAction.PublishSummary;
import renda.legislation.consultation.ConsultationAction.Summarise;
import renda.legislation.consultation.ConsultationAction.TakeUpAgain;
import renda.legislation.consultation.ConsultationAction.Waiting;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.rule.RuleSet;
import renda.platform.rule.TimeLimit;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.consultation.Consultation.Party.COUNCIL;
import static renda.legislation.consultation.Consultation.Party.OFFICE;
import static renda.legislation.consultation.Consultation.State.CLOSED;
import static renda.legislation.consultation.Consultation.State.EXTENDED;
import static renda.legislation.consultation.Consultation.State.OPEN;
import static renda.legislation.consultation.Consultation.State.PUBLISHED;
import static renda.legislation.consultation.Consultation.State.SUMMARISED;

/**
 * The law's table of a consultation: draft published, at least thirty days, views heard,
 * every comment answered, results reported back.
 */
final class ConsultationWorkflow {

	/** The day after the last day: then it is to be closed. */
	static final DeadlineRule CLOSING = DeadlineRule.of("closing", Text.of("结束征求意见", "Close the consultation"),
			"LEG-37", "");

	/** The declaration. */
	static final Workflow<Consultation, State, Party> DECLARED = declared();

	private ConsultationWorkflow() {
	}

	private static Workflow<Consultation, State, Party> declared() {
		Workflow.Builder<Consultation, State, Party> workflow = Workflow.of("consultation", Consultation.class,
				State.class, Party.class, Text.of("征求意见", "consultation"));
		running(workflow);
		results(workflow);
		return workflow.build();
	}

	private static void running(Workflow.Builder<Consultation, State, Party> workflow) {
		workflow.opening("open", OpenConsultation.class, Text.of("公布草案征求意见", "Publish the draft for comments"))
			.to(OPEN)
			.by(OFFICE, COUNCIL)
			.rules("LEG-37", "LEG-38", "LEG-36")
			.guard("LEG-37", Text.of("向社会公布征求意见的时间短于规定的，须记明主任会议的决定（decision）。",
					"A shorter consultation needs a recorded decision of the chairpersons' meeting (decision)."),
					(c, in, m) -> longEnough(c, m.rules()) || !c.period().decision().isEmpty(),
					(c, in, m) -> period(c, m.rules()))
			.startsUntil(CLOSING, (c, in, m) -> office(), (c, in, m) -> closing(c))
			.event("consultation.opened")
			.end();
		workflow.step("extend", ExtendConsultation.class, Text.of("延长", "Extend"))
			.from(OPEN, EXTENDED)
			.to(EXTENDED)
			.by(OFFICE, COUNCIL)
			.rules("LEG-37")
			.guard("LEG-37", Text.of("延长后的截止日须晚于原截止日。", "The new last day is later than the one before."),
					(c, in, m) -> in.until().isAfter(c.period().until()),
					(c, in, m) -> Map.of("until", c.period().until(), "asked", in.until()))
			.apply((c, in, m) -> c.with(c.period().until(in.until(), in.reason().strip(), m.on())))
			.cancels(CLOSING)
			.startsUntil(CLOSING, (c, in, m) -> office(), (c, in, m) -> in.until().plusDays(1))
			.event("consultation.extended")
			.end();
		workflow.step("hear", HearViews.class, Text.of("记录座谈会、论证会、听证会等", "Record a meeting at which views were heard"))
			.from(OPEN, EXTENDED, CLOSED)
			.by(OFFICE)
			.rules("LEG-35", "LEG-39", "LEG-40", "LEG-41")
			.guard("LEG-40", Text.of("通过前评估须写明评估情况。", "An assessment says what it found."),
					(c, in, m) -> in.form() != Form.ASSESSMENT || !Given.orEmpty(in.result()).isEmpty(),
					(c, in, m) -> Map.of("form", in.form().name(), "result", ""))
			.guard("LEG-39", Text.of("听证会须写明听证情况。", "A hearing says what was said."),
					(c, in, m) -> in.form() != Form.HEARING || !Given.orEmpty(in.result()).isEmpty(),
					(c, in, m) -> Map.of("form", in.form().name(), "result", ""))
			.apply((c, in, m) -> c.with(heard(c, in)))
			.backdated()
			.event("consultation.views-heard")
			.end();
		workflow.step("mark-contested", MarkContested.class, Text.of("记明分歧是否较大", "Say whether opinions differ greatly"))
			.from(OPEN, EXTENDED, CLOSED)
			.by(OFFICE, COUNCIL)
			.rules("LEG-39")
			.apply((c, in, m) -> c.with(c.course().contested(in.contested())))
			.event("consultation.contested")
			.end();
		workflow.step("close", CloseConsultation.class, Text.of("结束征求意见", "Close"))
			.from(OPEN, EXTENDED)
			.to(CLOSED)
			.by(OFFICE)
			.rules("LEG-37")
			.guard("LEG-37", Text.of("征求意见期限未满；提前结束须记明主任会议的决定（decision）。",
					"The time is not over; ending it early needs a decision of the chairpersons' meeting (decision)."),
					(c, in, m) -> m.on().isAfter(c.period().until()) || !Given.orEmpty(in.decision()).isEmpty(),
					(c, in, m) -> Map.of("until", c.period().until(), "on", m.on()))
			.apply((c, in, m) -> c.with(c.period().endedBy(Given.orEmpty(in.decision())))
				.with(c.course().closed(m.on())))
			.cancels(CLOSING)
			.awaited()
			.event("consultation.closed")
			.end();
	}

	private static void results(Workflow.Builder<Consultation, State, Party> workflow) {
		workflow.step("carry-over", CarryOver.class, Text.of("将意见对应到后一稿", "Carry the comments over to a later draft"))
			.from(OPEN, EXTENDED, CLOSED, SUMMARISED, PUBLISHED)
			.by(OFFICE)
			.rules("LEG-37")
			.apply((c, in, m) -> c.with(c.course().carriedTo(in.draft())))
			.event("consultation.carried-over")
			.end();
		workflow.step("summarise", Summarise.class, Text.of("形成反馈报告", "Make the report on the comments"))
			.from(CLOSED)
			.to(SUMMARISED)
			.by(OFFICE)
			.rules("LEG-37", "LEG-35", "LEG-39")
			.guard("LEG-37",
					Text.of("每条意见须有采纳、部分采纳、不采纳或者另行研究的结果，存疑的须先甄别。",
							"Every comment needs an outcome, and what is held back a decision, before the report."),
					(c, in, m) -> waiting(in).unanswered() == 0 && waiting(in).suspect() == 0,
					(c, in, m) -> Map.of("unanswered", waiting(in).unanswered(), "suspect", waiting(in).suspect()))
			.guard("LEG-39",
					Text.of("意见分歧较大或者利益关系重大调整的，须召开听证会。",
							"Where opinions differ greatly or interests shift greatly there is a hearing."),
					(c, in, m) -> !c.course().contested() || c.hasHearing(),
					(c, in, m) -> Map.of("contested", c.course().contested(), "hearings", 0))
			.guard("LEG-39",
					Text.of("听证情况须向常务委员会报告（reportedOn）。", "The result of a hearing is reported to the committee."),
					(c, in, m) -> !c.course().contested() || unreported(c) == 0,
					(c, in, m) -> Map.of("unreported", unreported(c)))
			.apply((c, in, m) -> c.with(c.course().summarised(m.on(), in.conclusion().strip())))
			.awaited()
			.event("consultation.summarised")
			.end();
		workflow.step("take-up-again", TakeUpAgain.class, Text.of("退回修改反馈报告", "Take the report up again"))
			.from(SUMMARISED)
			.to(CLOSED)
			.by(OFFICE, COUNCIL)
			.rules("LEG-37")
			.event("consultation.taken-up-again")
			.end();
		workflow.step("publish-summary", PublishSummary.class, Text.of("公布反馈报告", "Publish the report"))
			.from(SUMMARISED)
			.to(PUBLISHED)
			.by(OFFICE)
			.rules("LEG-37")
			.apply((c, in, m) -> c.with(c.course().published(m.on())))
			.awaited()
			.event("consultation.summary-published")
			.end();
	}

	private static Consultation.ViewsHeard heard(Consultation subject, HearViews in) {
		return new Consultation.ViewsHeard(subject.heard().size() + 1, in.form(), in.heldOn(),
				Given.orEmpty(in.place()), in.convenor().strip(), in.participants(),
				(in.attending() != null) ? in.attending() : List.of(), in.deputies(), Given.orEmpty(in.result()),
				in.reportedOn());
	}

	private static long unreported(Consultation subject) {
		return subject.heard().stream().filter((one) -> one.form() == Form.HEARING && one.reportedOn() == null).count();
	}

	/**
	 * What was not counted is taken to wait.
	 */
	private static Waiting waiting(Summarise in) {
		Waiting known = in.known();
		return (known != null) ? known : new Waiting(1, 0);
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
	}

	static LocalDate closing(Consultation subject) {
		return subject.period().until().plusDays(1);
	}

	/**
	 * Whether the public has as long as the law asks for, the first day not counted
	 * (TIM-02).
	 */
	static boolean longEnough(Consultation subject, RuleSet rules) {
		return !subject.period().until().isBefore(earliestEnd(subject, rules));
	}

	private static LocalDate earliestEnd(Consultation subject, RuleSet rules) {
		TimeLimit limit = rules.limit("legis.consultDays");
		LocalDate from = subject.period().from();
		return switch (limit.unit()) {
			case DAYS, WORKING_DAYS -> from.plusDays(limit.amount());
			case MONTHS -> from.plusMonths(limit.amount());
			case YEARS -> from.plusYears(limit.amount());
		};
	}

	private static Map<String, Object> period(Consultation subject, RuleSet rules) {
		return Map.of("from", subject.period().from(), "until", subject.period().until(), "atLeast",
				rules.limit("legis.consultDays").text(), "earliestEnd", earliestEnd(subject, rules));
	}

}
