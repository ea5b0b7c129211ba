package renda.legislation.filing;

import java.util.Map;

import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingCheck;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingDue;
import renda.legislation.normative.FilingEntry;
import renda.legislation.normative.FilingIntake;
import renda.legislation.normative.FilingReceipt;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.filing.Filing.Party.MAKER;
import static renda.legislation.filing.Filing.Party.OFFICE;
import static renda.legislation.filing.Filing.State.FILED;
import static renda.legislation.filing.Filing.State.FORMAL_CHECK;
import static renda.legislation.filing.Filing.State.ISSUED;
import static renda.legislation.filing.Filing.State.NOT_ACCEPTED;
import static renda.legislation.filing.Filing.State.OVERDUE_FILING;
import static renda.legislation.filing.Filing.State.REGISTERED;
import static renda.legislation.filing.Filing.State.SUPPLEMENT;
import static renda.legislation.filing.Filing.State.TRANSFERRED;

/**
 * The law's table of filing and review. Here: from the day of issue to registration. The
 * review stands in {@link ReviewSteps}, what follows where a document is wrong in
 * {@link CorrectionSteps}.
 */
public final class FilingWorkflow {

	/** The declaration. */
	public static final Workflow<Filing, State, Party> DECLARED = declared();

	private FilingWorkflow() {
	}

	private static Workflow<Filing, State, Party> declared() {
		Workflow.Builder<Filing, State, Party> workflow = Workflow.of("filing", Filing.class, State.class, Party.class,
				Text.of("规范性文件备案", "filing"));
		filing(workflow);
		overdue(workflow);
		check(workflow);
		ReviewSteps.declare(workflow);
		CorrectionSteps.declare(workflow);
		return workflow.build();
	}

	private static void filing(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.opening("announce", FilingEntry.class, Text.of("登记已发布、待报送的文件", "Note a document that is to be filed"))
			.to(ISSUED)
			.by(MAKER, OFFICE)
			.rules("FIL-03", "FIL-02")
			.guard("FIL-02", FilingCheck.KIND, (c, in, m) -> c.document().source() != FilingDocument.Source.OTHER,
					(c, in, m) -> Map.of("source", c.document().source().name()))
			.startsFrom(FilingClocks.FILING, (c, in, m) -> FilingClocks.maker(c), (c, in, m) -> c.document().issuedOn())
			.awaited()
			.event("filing.announced")
			.end();
		complete(workflow.opening("file", FilingEntry.class, Text.of("报送备案", "File the document")).to(FILED))
			.by(MAKER, OFFICE)
			.guard("FIL-03", Text.of("已超过报送期限，请在 late 中说明原因；报送将予接受并标记为逾期。",
					"The time to file it has passed. Say why in late; the filing is then taken and marked late."),
					(c, in, m) -> !c.intake().isLate() || !Given.orEmpty(in.late()).isEmpty(),
					(c, in, m) -> Map.of("dueOn", c.intake().dueOn(), "on", m.on(), "pointer", "/late"))
			.event("filing.filed")
			.end();
		complete(workflow.step("submit", FilingEntry.class, Text.of("报送备案", "File the document"))
			.from(ISSUED, OVERDUE_FILING)
			.to(FILED)
			.apply((c, in, m) -> entered(c, in, m)
				.with(entered(c, in, m).intake().filed(m.on(), Given.orEmpty(in.late())))))
			.by(MAKER)
			.ends(FilingClocks.FILING)
			.ends(FilingClocks.DEMAND)
			.awaited()
			.event("filing.filed")
			.end();
	}

	/**
	 * What every filing needs, the first and one that was ordered.
	 */
	private static StepBuilder<Filing, State, Party, FilingEntry> complete(
			StepBuilder<Filing, State, Party, FilingEntry> step) {
		return step.rules("FIL-03", "FIL-04", "FIL-05", "FIL-01", "FIL-02")
			.guard("FIL-02", FilingCheck.KIND,
					(c, in, m) -> in.document(c.document().maker()).source() != FilingDocument.Source.OTHER,
					(c, in, m) -> Map.of("source", in.document(c.document().maker()).source().name()))
			.guard("FIL-01", FilingCheck.NATURE, (c, in, m) -> in.document(c.document().maker()).scope().isNormative(),
					(c, in, m) -> FilingConditions.scope(in.document(c.document().maker()).scope()))
			.guard("FIL-05", FilingCheck.MATERIAL, (c, in, m) -> in.document(c.document().maker()).missing().isEmpty(),
					(c, in, m) -> Map.of("missing", in.document(c.document().maker()).missing()))
			.guard("FIL-04", FilingCheck.BODIES, (c, in, m) -> in.document(c.document().maker()).notSentTo().isEmpty(),
					(c, in, m) -> Map.of("missing", in.document(c.document().maker()).notSentTo()))
			.starts(FilingClocks.CHECK, (c, in, m) -> FilingClocks.office());
	}

	/**
	 * The case with the document as it is sent now; the day of issue decides until when
	 * it was to be filed.
	 */
	private static Filing entered(Filing filing, FilingEntry entry, Moment<Party> moment) {
		FilingDocument document = entry.document(filing.document().maker());
		return filing.with(document).with(filing.intake().due(FilingDue.of(document.issuedOn(), moment.rules()).on()));
	}

	private static void overdue(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("demand", FilingAction.FilingDemand.class, Text.of("责令限期报送", "Order it to be filed"))
			.from(ISSUED, SUPPLEMENT)
			.to(OVERDUE_FILING)
			.by(OFFICE)
			.rules("FIL-20")
			.guard("FIL-20", Text.of("报送期限尚未届满。", "The time to file it is not over yet."),
					(c, in, m) -> m.on().isAfter(c.intake().dueOn()),
					(c, in, m) -> Map.of("dueOn", c.intake().dueOn(), "on", m.on()))
			.guard("FIL-20", Text.of("限期须在今天之后。", "The day set is a day to come."),
					(c, in, m) -> FilingConditions.isBy(in.by(), m.on()), (c, in, m) -> Map.of("by", in.by()))
			.apply((c, in, m) -> c.with(c.intake().demanded(new FilingIntake.Demand(m.on(), in.by(), in.words()))))
			.cancels(FilingClocks.SUPPLEMENT)
			.startsUntil(FilingClocks.DEMAND, (c, in, m) -> FilingClocks.maker(c), (c, in, m) -> in.by())
			.event("filing.demanded")
			.end();
		workflow.step("criticise", FilingAction.FilingCriticism.class, Text.of("通报批评", "Criticise it publicly"))
			.from(OVERDUE_FILING)
			.by(OFFICE, Party.COUNCIL)
			.rules("FIL-20")
			.guard("FIL-20", Text.of("责令报送的限期尚未届满。", "The day set by the order is not over yet."),
					(c, in, m) -> m.on().isAfter(c.intake().demands().getLast().by()),
					(c, in, m) -> Map.of("by", c.intake().demands().getLast().by(), "on", m.on()))
			.apply((c, in, m) -> c
				.with(c.intake().criticised(new FilingIntake.Criticism(m.on(), in.decision(), in.words()))))
			.backdated()
			.event("filing.criticised")
			.end();
	}

	private static void check(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("begin-check", FilingAction.FilingPlain.class, Text.of("开始形式审查", "Begin the formal check"))
			.from(FILED)
			.to(FORMAL_CHECK)
			.by(OFFICE)
			.rules("FIL-06")
			.awaited()
			.backdated()
			.event("filing.check-begun")
			.end();
		workflow.step("ask-supplement", FilingAction.FilingReturn.class, Text.of("要求补充材料", "Ask for a supplement"))
			.from(FILED, FORMAL_CHECK)
			.to(SUPPLEMENT)
			.by(OFFICE)
			.rules("FIL-07", "FIL-06")
			.apply((c, in, m) -> c
				.with(c.intake().returned(new FilingIntake.Return(m.on(), in.missing(), in.reason().strip()))))
			.ends(FilingClocks.CHECK)
			.starts(FilingClocks.SUPPLEMENT, (c, in, m) -> FilingClocks.maker(c))
			.backdated()
			.event("filing.supplement-asked")
			.end();
		workflow.step("supplement", FilingEntry.class, Text.of("补充报送", "Supplement the filing"))
			.from(SUPPLEMENT)
			.to(FORMAL_CHECK)
			.by(MAKER)
			.rules("FIL-07", "FIL-05")
			.guard("FIL-05", FilingCheck.MATERIAL, (c, in, m) -> in.document(c.document().maker()).missing().isEmpty(),
					(c, in, m) -> Map.of("missing", in.document(c.document().maker()).missing()))
			.apply((c, in, m) -> entered(c, in, m))
			.ends(FilingClocks.SUPPLEMENT)
			.starts(FilingClocks.CHECK, (c, in, m) -> FilingClocks.office())
			.awaited()
			.event("filing.supplemented")
			.end();
		workflow.step("not-accept", FilingAction.FilingReasons.class, Text.of("不予接收", "Do not accept it"))
			.from(FILED, FORMAL_CHECK)
			.to(NOT_ACCEPTED)
			.by(OFFICE)
			.rules("FIL-06", "FIL-01", "FIL-02")
			.guard("FIL-06", Text.of("不予接收须说明理由。", "The maker is told the reasons."),
					(c, in, m) -> !Given.orEmpty(in.reason()).isEmpty(), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c
				.with(c.intake().notAccepted(new FilingIntake.Declined(m.on(), Given.orEmpty(in.reason())))))
			.ends(FilingClocks.CHECK)
			.backdated()
			.event("filing.not-accepted")
			.end();
		workflow
			.step("transfer", FilingAction.FilingTransfer.class,
					Text.of("移送有权机关", "Transfer it to the competent organ"))
			.from(FILED, FORMAL_CHECK)
			.to(TRANSFERRED)
			.by(OFFICE)
			.rules("FIL-22", "FIL-23")
			.apply((c, in, m) -> c
				.with(c.intake().transferred(new FilingIntake.Transfer(m.on(), in.to(), in.reason()))))
			.ends(FilingClocks.CHECK)
			.backdated()
			.event("filing.transferred")
			.end();
		workflow
			.step("register", FilingAction.FilingRegistration.class,
					Text.of("备案登记并出具回执", "Register it and give a receipt"))
			.from(FILED, FORMAL_CHECK)
			.to(REGISTERED)
			.by(OFFICE)
			.rules("FIL-08", "FIL-06", "FIL-01", "FIL-02", "FIL-05", "FIL-09")
			.guard("FIL-01", FilingCheck.NATURE, (c, in, m) -> in.scope().isNormative(),
					(c, in, m) -> FilingConditions.scope(in.scope()))
			.guard("FIL-02", FilingCheck.KIND, (c, in, m) -> c.document().source() != FilingDocument.Source.OTHER,
					(c, in, m) -> Map.of("source", c.document().source().name()))
			.guard("FIL-05", FilingCheck.MATERIAL, (c, in, m) -> c.document().missing().isEmpty(),
					(c, in, m) -> Map.of("missing", c.document().missing()))
			.apply((c, in, m) -> c.with(c.intake().registered(FilingReceipt.of(c.code(), m.on(), c.document()))))
			.ends(FilingClocks.CHECK)
			.starts(FilingClocks.REVIEW, (c, in, m) -> FilingClocks.office())
			.starts(FilingClocks.DISPATCH, (c, in, m) -> FilingClocks.office())
			.awaited()
			.backdated()
			.event("filing.registered")
			.end();
	}

}
