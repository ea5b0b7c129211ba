package renda.legislation.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.registration.Keeper.Written;
import renda.legislation.registration.Registration.ActInput;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.source.Lawmaker;
import renda.legislation.source.Reading;
import renda.legislation.text.LegalAct;
import renda.legislation.text.RegulationTitle;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;

import org.springframework.stereotype.Service;

/**
 * Enters what other features bring to the register: texts read from files, and acts made
 * in this service. Everything here is part of the caller's transaction.
 */
@Service
public class Register {

	private final Dossiers dossiers;

	private final Ledger ledger;

	private final Keeper keeper;

	private final Outbox outbox;

	private final Clock clock;

	Register(Dossiers dossiers, Ledger ledger, Keeper keeper, Outbox outbox, Clock clock) {
		this.dossiers = dossiers;
		this.ledger = ledger;
		this.keeper = keeper;
		this.outbox = outbox;
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
		LocalDate today = LocalDate.now(this.clock);
		return this.dossiers.open(readings, sample).flatMap((dossiers) -> {
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
				.map((dossier) -> RegisterEvents.imported(dossier, today))
				.toList();
			return this.ledger.save(dossiers, "").then(this.outbox.appendAll(events)).thenReturn(entered);
		});
	}

	private static String key(String title, Lawmaker maker) {
		return RegulationTitle.normalise(title) + '\n' + maker.jurisdiction();
	}

	/**
	 * Enters what an act made in this service does to a regulation, whatever version the
	 * register has reached.
	 */
	public Mono<Recorded> record(Recording recording) {
		return written(recording).map((entered) -> new Recorded(entered.regulationId(), entered.versionId()));
	}

	private Mono<Written> written(Recording recording) {
		ActInput act = recording.input();
		LegalAct.Kind kind = recording.act().kind();
		UUID regulation = recording.regulation();
		if (regulation == null) {
			return this.keeper.register(new Registration.NewRegulation(recording.text(),
					RegulationKind.LOCAL_REGULATION, act, recording.sample()));
		}
		Mono<Dossier> opened = this.dossiers.open(regulation);
		return (kind == LegalAct.Kind.REPEALED)
				? this.keeper.repeal(opened, new Registration.Repeal(act, recording.reason()))
				: this.keeper.add(opened, new Registration.NewVersion(kind, act, recording.text()));
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

}
