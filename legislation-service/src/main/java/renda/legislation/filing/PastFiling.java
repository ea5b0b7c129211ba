package renda.legislation.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import renda.legislation.examination.FilingCorrection.How;
import renda.legislation.examination.FilingCorrection.Response;
import renda.legislation.examination.FilingReview.Ground;
import renda.legislation.examination.FilingReview.Mode;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingDocument.FilingFile;
import renda.legislation.normative.FilingDocument.Recipient;
import renda.legislation.normative.FilingDocument.Scope;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingDue;
import renda.legislation.normative.FilingEntry;
import renda.legislation.normative.FilingIntake;
import renda.platform.cases.Lived;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

/**
 * A filing from elsewhere, led through the steps its row tells, each by the law of its
 * day. What the row does not say about the material and the questions of the law is taken
 * as done on paper, and says so.
 */
final class PastFiling {

	private static final String UNKNOWN = "历史资料，未载明";

	/** In place of the files, which stay in the archive. */
	private static final FilingFile ARCHIVED = new FilingFile(new UUID(0, 0), UNKNOWN, "");

	private static final Scope NORMATIVE = new Scope(true, true, true, false);

	private final FilingRow row;

	private final Caller importer;

	private final Map<LocalDate, RuleSet> laws;

	private final List<Lived.Past> steps = new ArrayList<>();

	private final Map<UUID, Deadline> clocks = new LinkedHashMap<>();

	private Filing filing;

	/**
	 * A life.
	 * @param importer who imports
	 * @param laws the rule sets of days, as far as they are known; added to
	 */
	PastFiling(FilingRow row, Caller importer, Map<LocalDate, RuleSet> laws) {
		this.row = row;
		this.importer = importer;
		this.laws = laws;
		RuleSet law = law(row.filedOn());
		this.filing = Filing.of(Ids.next(), row.code(), State.FILED, row.filedOn(), document(),
				FilingIntake.dueOn(FilingDue.of(row.issuedOn(), law).on())
					.filed(row.filedOn(), Given.orEmpty(row.lateReason())),
				Boolean.TRUE.equals(row.sample()));
	}

	/**
	 * The filing with its steps and clocks.
	 * @param refiledAs the filing of the new text, where the row names one
	 * @throws Refusal where a step could not have been taken
	 */
	Lived<Filing> lived(@Nullable UUID refiledAs) {
		take("file", this.row.filedOn(), Party.MAKER, entry());
		take("not-accept", this.row.declinedOn(), Party.OFFICE,
				new FilingAction.FilingReasons(Objects.requireNonNullElse(this.row.declinedFor(), UNKNOWN)));
		take("register", this.row.registeredOn(), Party.OFFICE, new FilingAction.FilingRegistration(NORMATIVE));
		reviewed();
		corrected();
		if (refiledAs != null) {
			take("refiled", this.row.correctedOn(), Party.OFFICE, new FilingAction.FilingRefiled(refiledAs));
		}
		take("close", this.row.closedOn(), Party.OFFICE, new FilingAction.FilingPlain());
		return new Lived<>(this.filing, this.steps, List.copyOf(this.clocks.values()));
	}

	private void reviewed() {
		LocalDate begun = this.row.reviewBegunOn();
		if (begun == null) {
			return;
		}
		Set<Mode> modes = new LinkedHashSet<>();
		FilingRow.words(this.row.modes()).forEach((mode) -> modes.add(mode(mode)));
		take("begin-review", begun, Party.OFFICE,
				new FilingAction.FilingAssignment(modes, FilingRow.words(this.row.committees())));
		boolean wrong = this.row.concludedOn() == null;
		LocalDate on = first(this.row.concludedOn(), this.row.suspendedOn(), this.row.opinionOn());
		for (Ground ground : Ground.values()) {
			boolean found = wrong && this.row.opinionOn() != null && ground == Ground.OTHER;
			take("answer-ground", on, Party.OFFICE,
					new FilingAction.FilingGround(ground, found, found ? List.of(UNKNOWN) : List.of(), UNKNOWN));
		}
		this.filing.review()
			.openLocks()
			.forEach((lock) -> take("answer-lock", wrong ? null : on, Party.OFFICE,
					new FilingAction.FilingUnlocking(lock.number(), true, UNKNOWN)));
		take("conclude", this.row.concludedOn(), Party.OFFICE, new FilingAction.FilingConclusion(UNKNOWN, UNKNOWN));
	}

	private void corrected() {
		LocalDate suspended = this.row.suspendedOn();
		LocalDate corrected = this.row.correctedOn();
		if (suspended != null) {
			LocalDate by = (corrected != null && corrected.isAfter(suspended)) ? corrected : suspended.plusDays(1);
			take("ask-maker", suspended, Party.OFFICE, new FilingAction.FilingInquiry(UNKNOWN, by));
			take("promise", suspended, Party.MAKER, new FilingAction.FilingPlan(UNKNOWN, by));
		}
		take("send-opinion", this.row.opinionOn(), Party.OFFICE,
				new FilingAction.FilingWrittenOpinion(UNKNOWN, UNKNOWN));
		LocalDate answered = this.row.answeredOn();
		if (answered != null) {
			How how = Objects.requireNonNullElse(this.row.corrected(), How.AMENDED);
			take("answer", answered, Party.MAKER,
					new FilingAction.FilingAnswer((how == How.REPEALED) ? Response.REPEAL : Response.AMEND, UNKNOWN,
							(corrected != null && corrected.isAfter(answered)) ? corrected : answered.plusDays(1)));
		}
		if (corrected != null) {
			How how = this.row.corrected();
			if (how == null) {
				throw Refusal.invalid("corrected", Text.of("须填写 AMENDED 或者 REPEALED。", "Say AMENDED or REPEALED."));
			}
			take("correct", corrected, Party.MAKER,
					new FilingAction.FilingCorrecting(how, corrected, UNKNOWN, UNKNOWN));
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

	private void take(String step, @Nullable LocalDate on, Party party, Record said) {
		if (on == null) {
			return;
		}
		Filing before = this.filing;
		Caller caller = new Caller("", this.importer.name(), Set.of(), Set.of(),
				(party == Party.MAKER) ? this.row.maker() : "");
		Decision<Filing, State, Party> decision = FilingWorkflow.DECLARED.decide(before,
				List.copyOf(this.clocks.values()), step, said, new Moment<>(caller, EnumSet.of(party), on, law(on)),
				"历史资料，未载明逾期原因", WorkingDays.ofCalendar());
		decision.clocks().forEach((clock) -> this.clocks.put(clock.id(), clock));
		this.steps.add(
				new Lived.Past(step, this.steps.isEmpty() ? "" : before.state().name(), decision.after().state().name(),
						on, this.importer.name(), decision.late().stream().map(Deadline::name).distinct().toList()));
		this.filing = decision.after();
	}

	private RuleSet law(LocalDate day) {
		return this.laws.computeIfAbsent(day, RuleBook::statutory);
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
