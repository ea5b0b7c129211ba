package renda.legislation.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.registration.Chronicle.Stage;
import renda.legislation.registration.Registration.ActInput;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.EffectiveSource;
import renda.legislation.regulation.Missing;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.text.Commencement;
import renda.legislation.text.LegalAct;
import renda.legislation.text.RegulationTitle;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Enters texts and acts in the register. Everything here is part of the caller's
 * transaction.
 */
@Service
public class Register {

	private static final String KEEP_BEFORE = """
			INSERT INTO regulation_correction (id, regulation_id, version_id, reason, before, corrected_by)
			VALUES ($1, $2, $3, $4, $5::text::jsonb, $6)""";

	private final Ledger ledger;

	private final Readings readings;

	private final Outbox outbox;

	private final DatabaseClient database;

	private final JsonMapper json;

	private final Clock clock;

	Register(Ledger ledger, Readings readings, Outbox outbox, DatabaseClient database, JsonMapper json, Clock clock) {
		this.ledger = ledger;
		this.readings = readings;
		this.outbox = outbox;
		this.database = database;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Enters texts that were read from files. A text that is in the register changes
	 * nothing.
	 * @param readings the texts, each with the history it tells
	 * @param sample whether new regulations are invented samples
	 * @return what became of each, in the same order
	 */
	public Mono<List<Entered>> enter(List<Reading> readings, boolean sample) {
		if (readings.isEmpty()) {
			return Mono.just(List.of());
		}
		return this.ledger.open(readings, sample).flatMap((dossiers) -> {
			Map<String, Dossier> byKey = new LinkedHashMap<>();
			dossiers.forEach((dossier) -> byKey.put(key(dossier.title, dossier.maker), dossier));
			List<Entered> entered = new ArrayList<>();
			for (Reading reading : readings) {
				Dossier dossier = Objects.requireNonNull(byKey.get(key(reading.text().title(), reading.maker())));
				boolean first = dossier.created && !dossier.changed();
				boolean news = dossier.take(reading);
				entered
					.add(new Entered(dossier.id, !news ? Effect.UNCHANGED : first ? Effect.CREATED : Effect.UPDATED));
			}
			List<NewEvent> events = dossiers.stream()
				.filter(Dossier::changed)
				.map((dossier) -> event(dossier, "regulation.imported", null))
				.toList();
			return this.ledger.save(dossiers, "").then(this.outbox.appendAll(events)).thenReturn(entered);
		});
	}

	private static String key(String title, Maker maker) {
		return RegulationTitle.normalise(title) + '\n' + maker.jurisdiction();
	}

	/**
	 * Registers a text of a new title.
	 */
	Mono<Written> register(Registration.NewRegulation input) {
		return this.readings.of(input.text(), "/text").flatMap((read) -> {
			RegulationKind kind = (input.kind() != null) ? input.kind() : read.kind();
			Reading reading = read.with(kind, stages(read, kind, input.act()));
			boolean sample = Boolean.TRUE.equals(input.sample());
			return this.ledger.open(List.of(reading), sample).flatMap((dossiers) -> {
				Dossier dossier = dossiers.getFirst();
				if (!dossier.created) {
					return Mono.error(
							Refusal
								.conflict("regulation-exists",
										Text.of("已有同名法规，请在其下登记新版本。",
												"This title is in the register; add a version to it."))
								.with("regulation", "/api/v1/legislation/regulations/" + dossier.id));
				}
				dossier.take(reading);
				UUID version = dossier.entries.stream()
					.filter((entry) -> entry.text != null)
					.map((entry) -> entry.id)
					.findFirst()
					.orElseThrow();
				return write(dossier, "", "regulation.enacted", version);
			});
		});
	}

	private List<Stage> stages(Reading read, RegulationKind kind, @Nullable ActInput act) {
		if (act == null) {
			return read.stages();
		}
		boolean approval = Readings.approvalNeeded(read.maker(), kind);
		return List.of(act.stage(LegalAct.Kind.ENACTED, approval, Commencement.of(read.text()).date(), true));
	}

	/**
	 * Enters an act on a regulation.
	 * @param expected the version of the record that the caller has read
	 */
	Mono<Written> add(UUID id, long expected, Registration.NewVersion input) {
		return add(open(id, expected), input);
	}

	private Mono<Written> add(Mono<Dossier> opened, Registration.NewVersion input) {
		Mono<Optional<Reading>> text = (input.text() == null || input.text().isBlank()) ? Mono.just(Optional.empty())
				: this.readings.of(input.text(), "/text").map(Optional::of);
		return text.flatMap((reading) -> opened.flatMap((dossier) -> {
			reading.ifPresent((read) -> requireSameTitle(dossier, read));
			LocalDate clause = (input.kind() == LegalAct.Kind.ENACTED || input.kind() == LegalAct.Kind.REVISED)
					? reading.map((read) -> Commencement.of(read.text()).date()).orElse(null) : null;
			Stage stage = input.act()
				.stage(input.kind(), Readings.approvalNeeded(dossier.maker, dossier.kind), clause, reading.isPresent());
			Entry entry = enter(dossier, stage, input.act());
			reading.ifPresent((read) -> put(dossier, entry, read));
			return write(dossier, "", type(input.kind()), entry.id);
		}));
	}

	/**
	 * Enters the end of a regulation.
	 */
	Mono<Written> repeal(UUID id, long expected, Registration.Repeal input) {
		return repeal(open(id, expected), input);
	}

	private Mono<Written> repeal(Mono<Dossier> opened, Registration.Repeal input) {
		return opened.flatMap((dossier) -> {
			Stage stage = input.act()
				.stage(LegalAct.Kind.REPEALED, Readings.approvalNeeded(dossier.maker, dossier.kind), null, false);
			Entry entry = enter(dossier, stage, input.act());
			entry.reason = input.reason().strip();
			return write(dossier, "", "regulation.repealed", entry.id);
		});
	}

	/**
	 * Enters what an act made in this service does to a regulation, whatever version the
	 * register has reached.
	 */
	public Mono<Recorded> record(Recording recording) {
		ActInput act = recording.input();
		UUID regulation = recording.regulation();
		Mono<Written> written;
		if (regulation == null) {
			written = register(new Registration.NewRegulation(recording.text(), RegulationKind.LOCAL_REGULATION, act,
					recording.sample()));
		}
		else if (recording.act().kind() == LegalAct.Kind.REPEALED) {
			written = repeal(open(regulation), new Registration.Repeal(act, recording.reason()));
		}
		else {
			written = add(open(regulation), new Registration.NewVersion(recording.act().kind(), act, recording.text()));
		}
		return written.map((entered) -> new Recorded(entered.regulationId(), entered.versionId()));
	}

	/**
	 * Puts a version right; what it said before is kept beside the reason.
	 */
	Mono<Written> correct(UUID id, UUID versionId, long expected, Registration.Correction input, Caller caller) {
		if (input.act() == null && (input.text() == null || input.text().isBlank())) {
			return Mono.error(Refusal.invalid("/act", Text.of("请给出 act 或 text。", "Give `act` or `text`.")));
		}
		Mono<Optional<Reading>> text = (input.text() == null || input.text().isBlank()) ? Mono.just(Optional.empty())
				: this.readings.of(input.text(), "/text").map(Optional::of);
		return text.flatMap((reading) -> open(id, expected).flatMap((dossier) -> {
			Entry entry = dossier.entry(versionId).orElseThrow(Missing::version);
			reading.ifPresent((read) -> requireSameTitle(dossier, read));
			Mono<Void> kept = keep(dossier, entry, input.reason(), caller);
			if (input.act() != null) {
				correct(dossier, entry, input.act());
			}
			reading.ifPresent((read) -> put(dossier, entry, read));
			return kept.then(write(dossier, input.reason().strip(), type(entry.act.kind()), entry.id));
		}));
	}

	private static void correct(Dossier dossier, Entry entry, ActInput input) {
		LegalAct old = entry.act;
		LegalAct more = input.as(old.kind());
		entry.act = new LegalAct(old.kind(), or(more.adoptedOn(), old.adoptedOn()),
				more.adoptedBy().isEmpty() ? old.adoptedBy() : more.adoptedBy(),
				more.meeting().isEmpty() ? old.meeting() : more.meeting(), or(more.approvedOn(), old.approvedOn()),
				more.approvedBy().isEmpty() ? old.approvedBy() : more.approvedBy(),
				or(more.promulgatedOn(), old.promulgatedOn()), null,
				more.decision().isEmpty() ? old.decision() : more.decision(),
				(more.ordinal() > 0) ? more.ordinal() : old.ordinal(), old.packaged() || more.packaged());
		entry.publishedOn = or(input.publishedOn(), entry.publishedOn);
		boolean approval = Readings.approvalNeeded(dossier.maker, dossier.kind)
				&& entry.source == EffectiveSource.AWAITING_APPROVAL;
		LocalDate stated = (input.effectiveOn() != null) ? input.effectiveOn()
				: (entry.source == EffectiveSource.STATED) ? entry.effectiveOn : null;
		LegalAct joined = entry.act;
		Stage stage = new ActInput(joined.adoptedOn(), null, null, joined.approvedOn(), null, joined.promulgatedOn(),
				null, stated, null, null, null)
			.stage(old.kind(), approval, null, false);
		if (stage.source() != EffectiveSource.UNKNOWN) {
			entry.effectiveOn = stage.effectiveOn();
			entry.source = stage.source();
		}
		entry.changed = true;
		dossier.touch();
	}

	private static @Nullable LocalDate or(@Nullable LocalDate given, @Nullable LocalDate old) {
		return (given != null) ? given : old;
	}

	private Mono<Void> keep(Dossier dossier, Entry entry, String reason, Caller caller) {
		String before = this.json
			.writeValueAsString(Map.of("act", entry.act, "effectiveOn", entry.effectiveOn, "text", entry.sha256));
		return this.database.sql(KEEP_BEFORE)
			.bind(0, Ids.next())
			.bind(1, dossier.id)
			.bind(2, entry.id)
			.bind(3, reason.strip())
			.bind(4, before)
			.bind(5, caller.subject())
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Entry enter(Dossier dossier, Stage stage, ActInput input) {
		if (dossier.entry(stage.key()).isPresent()) {
			throw Refusal.conflict("act-exists",
					Text.of("该日的同一决定已登记；如有错误，请用更正。", "An act of this day is registered; correct it if it is wrong."));
		}
		Entry entry = dossier.add(stage);
		entry.publishedOn = input.publishedOn();
		return entry;
	}

	private static void put(Dossier dossier, Entry entry, Reading reading) {
		if (!dossier.known.add(reading.sha256())) {
			throw Refusal.conflict("text-exists",
					Text.of("该法规已登记过完全相同的文本。", "The register has this very text of the regulation."));
		}
		entry.text = reading;
		entry.sha256 = reading.sha256();
		entry.changed = true;
		dossier.touch();
	}

	private static void requireSameTitle(Dossier dossier, Reading reading) {
		if (!RegulationTitle.normalise(dossier.title).equals(reading.titleKey())) {
			throw Refusal.invalid("/text", Text.of("文本的标题与该法规不同：%s。",
					"The text has another title than the regulation: %s.", reading.text().title()));
		}
	}

	private Mono<Dossier> open(UUID id) {
		return this.ledger.open(id).switchIfEmpty(Mono.error(Missing::regulation));
	}

	private Mono<Dossier> open(UUID id, long expected) {
		return open(id).flatMap((dossier) -> (dossier.version != expected) ? Mono.error(Refusal.stale(dossier.version))
				: Mono.just(dossier));
	}

	private Mono<Written> write(Dossier dossier, String reason, String type, UUID versionId) {
		dossier.arrange();
		dossier.touch();
		return this.ledger.save(List.of(dossier), reason)
			.then(this.outbox.appendAll(List.of(event(dossier, type, versionId))))
			.thenReturn(new Written(dossier.id, versionId, dossier.created ? 1 : dossier.version + 1));
	}

	private static String type(LegalAct.Kind kind) {
		return switch (kind) {
			case ENACTED -> "regulation.enacted";
			case AMENDED, INTERPRETED -> "regulation.amended";
			case REVISED -> "regulation.revised";
			case REPEALED -> "regulation.repealed";
		};
	}

	private NewEvent event(Dossier dossier, String type, @Nullable UUID versionId) {
		LocalDate today = LocalDate.now(this.clock);
		Optional<Entry> entry = (versionId != null) ? dossier.entry(versionId)
				: dossier.on(today).or(() -> dossier.entries.stream().findFirst());
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", dossier.id);
		data.put("title", dossier.title);
		data.put("kind", dossier.kind);
		data.put("level", dossier.maker.level());
		data.put("jurisdiction", dossier.maker.jurisdiction());
		data.put("status", dossier.status(today));
		entry.map((it) -> it.effectiveOn)
			.filter((day) -> !day.equals(Days.EVER) && !day.equals(Days.NEVER))
			.ifPresent((day) -> data.put("effectiveOn", day));
		data.put("version", dossier.created ? 1 : dossier.version + 1);
		return new NewEvent(type, "regulation/" + dossier.id, data);
	}

	/**
	 * What became of a text.
	 *
	 * @param regulationId the regulation it belongs to
	 * @param effect what it changed
	 */
	public record Entered(UUID regulationId, Effect effect) {
	}

	/**
	 * What a text changes in the register.
	 */
	public enum Effect {

		/** The regulation is new. */
		CREATED,
		/** The regulation was known; the text or its history is new. */
		UPDATED,
		/** Nothing was new. */
		UNCHANGED

	}

	/**
	 * What was entered.
	 *
	 * @param regulationId the regulation
	 * @param versionId its new version
	 */
	public record Recorded(UUID regulationId, UUID versionId) {
	}

	/**
	 * What was written.
	 *
	 * @param regulationId the regulation
	 * @param versionId its version
	 * @param version the regulation's record version now
	 */
	record Written(UUID regulationId, UUID versionId, long version) {
	}

}
