package renda.legislation.filingpast;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.filing.Filing;
import renda.legislation.filing.FilingAction;
import renda.legislation.filing.FilingWorkflow;
import renda.legislation.examination.FilingCorrection.How;
import renda.legislation.examination.FilingCorrection.Response;
import renda.legislation.examination.FilingReview.Ground;
import renda.legislation.examination.FilingReview.Mode;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingDocument.FilingFile;
import renda.legislation.normative.FilingDocument.Recipient;
import renda.legislation.normative.FilingDocument.Scope;
import renda.legislation.normative.FilingDue;
import renda.legislation.normative.FilingEntry;
import renda.legislation.normative.FilingIntake;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A filing from elsewhere, led through the steps its row tells, each by the law of its
 * day. What the row does not say about the material and the questions of the law is taken
 * as done on paper, and says so.
 */
final class PastFiling {

	/** In place of the files, which stay in the archive. */
	private static final FilingFile ARCHIVED = new FilingFile(new UUID(0, 0), UNKNOWN, "");

	private static final Scope NORMATIVE = new Scope(true, true, true, false);

	private final FilingRow row;

	private final PastCase<Filing, State, Party> past;

	/**
	 * A life.
	 * @param importer who imports
	 */
	PastFiling(FilingRow row, Caller importer) {
		this.row = row;
		this.past = PastCase.of(FilingWorkflow.DECLARED,
				Filing.of(Ids.next(), row.code(), State.FILED, row.filedOn(), document(),
						FilingIntake.dueOn(FilingDue.of(row.issuedOn(), RuleBook.statutory(row.filedOn())).on())
							.filed(row.filedOn(), Given.orEmpty(row.lateReason())),
						Boolean.TRUE.equals(row.sample())),
				importer);
	}

	/**
	 * The filing with its steps and clocks.
	 * @param refiledAs the filing of the new text, where the row names one
	 * @throws Refusal where a step could not have been taken
	 */
	Lived<Filing> lived(@Nullable UUID refiledAs) {
		this.past.take("file", this.row.filedOn(), entry(), maker());
		this.past.take("not-accept", this.row.declinedOn(),
				new FilingAction.FilingReasons(Objects.requireNonNullElse(this.row.declinedFor(), UNKNOWN)));
		this.past.take("register", this.row.registeredOn(), new FilingAction.FilingRegistration(NORMATIVE));
		reviewed();
		corrected();
		if (refiledAs != null) {
			this.past.take("refiled", this.row.correctedOn(), new FilingAction.FilingRefiled(refiledAs));
		}
		this.past.take("close", this.row.closedOn(), new FilingAction.FilingPlain());
		return this.past.lived();
	}

	private void reviewed() {
		LocalDate begun = this.row.reviewBegunOn();
		if (begun == null) {
			return;
		}
		Set<Mode> modes = new LinkedHashSet<>();
		FilingRow.words(this.row.modes()).forEach((mode) -> modes.add(mode(mode)));
		this.past.take("begin-review", begun,
				new FilingAction.FilingAssignment(modes, FilingRow.words(this.row.committees())));
		boolean wrong = this.row.concludedOn() == null;
		LocalDate on = first(this.row.concludedOn(), this.row.suspendedOn(), this.row.opinionOn());
		for (Ground ground : Ground.values()) {
			boolean found = wrong && this.row.opinionOn() != null && ground == Ground.OTHER;
			this.past.take("answer-ground", on,
					new FilingAction.FilingGround(ground, found, found ? List.of(UNKNOWN) : List.of(), UNKNOWN));
		}
		this.past.subject()
			.review()
			.openLocks()
			.forEach((lock) -> this.past.take("answer-lock", wrong ? null : on,
					new FilingAction.FilingUnlocking(lock.number(), true, UNKNOWN)));
		this.past.take("conclude", this.row.concludedOn(), new FilingAction.FilingConclusion(UNKNOWN, UNKNOWN));
	}

	private void corrected() {
		LocalDate suspended = this.row.suspendedOn();
		LocalDate corrected = this.row.correctedOn();
		if (suspended != null) {
			LocalDate by = (corrected != null && corrected.isAfter(suspended)) ? corrected : suspended.plusDays(1);
			this.past.take("ask-maker", suspended, new FilingAction.FilingInquiry(UNKNOWN, by));
			this.past.take("promise", suspended, new FilingAction.FilingPlan(UNKNOWN, by), maker());
		}
		this.past.take("send-opinion", this.row.opinionOn(), new FilingAction.FilingWrittenOpinion(UNKNOWN, UNKNOWN));
		LocalDate answered = this.row.answeredOn();
		if (answered != null) {
			How how = Objects.requireNonNullElse(this.row.corrected(), How.AMENDED);
			this.past.take("answer", answered,
					new FilingAction.FilingAnswer((how == How.REPEALED) ? Response.REPEAL : Response.AMEND, UNKNOWN,
							(corrected != null && corrected.isAfter(answered)) ? corrected : answered.plusDays(1)),
					maker());
		}
		if (corrected != null) {
			How how = this.row.corrected();
			if (how == null) {
				throw Refusal.invalid("corrected", Text.of("须填写 AMENDED 或者 REPEALED。", "Say AMENDED or REPEALED."));
			}
			this.past.take("correct", corrected, new FilingAction.FilingCorrecting(how, corrected, UNKNOWN, UNKNOWN),
					maker());
		}
	}

	private static Mode mode(String written) {
		try {
			return Mode.valueOf(written);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.invalid("modes",
					Text.of("审查方式 %s 不可用；可用：%s。", "There is no mode %s; known: %s.", written, List.of(Mode.values())));
		}
	}

	private static @Nullable LocalDate first(@Nullable LocalDate... days) {
		for (LocalDate day : days) {
			if (day != null) {
				return day;
			}
		}
		return null;
	}

	private Caller maker() {
		return this.past.organ(this.row.maker());
	}

	private FilingDocument document() {
		boolean rules = this.row.source() == FilingDocument.Source.GOVERNMENT_RULE;
		return new FilingDocument(this.row.maker(), this.row.makerName(), this.row.source(), this.row.act(),
				this.row.title().strip(), Given.orEmpty(this.row.number()), this.row.issuedOn(), this.row.effectiveOn(),
				NORMATIVE, new FilingDocument.Materials(ARCHIVED, ARCHIVED, ARCHIVED, List.of(), List.of(UNKNOWN), 0),
				Given.orEmpty(this.row.text()),
				rules ? List.of(Recipient.values())
					.stream()
					.map((body) -> new FilingDocument.SentTo(body, this.row.filedOn()))
					.toList() : List.of(),
				null);
	}

	private FilingEntry entry() {
		FilingDocument document = document();
		return new FilingEntry(document.maker(), document.makerName(), document.source(), document.act(),
				document.title(), document.number(), document.issuedOn(), document.effectiveOn(), NORMATIVE,
				ARCHIVED.id(), ARCHIVED.id(), ARCHIVED.id(), List.of(), document.materials().basis(), 0,
				document.text(), document.sentTo(), null, null,
				Objects.requireNonNullElse(this.row.lateReason(), UNKNOWN), List.of(ARCHIVED));
	}

}
