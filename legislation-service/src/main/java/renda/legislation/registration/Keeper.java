package renda.legislation.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.registration.Registration.ActInput;
import renda.legislation.registration.Registration.Correction;
import renda.legislation.registration.Registration.NewRegulation;
import renda.legislation.registration.Registration.NewVersion;
import renda.legislation.registration.Registration.Repeal;
import renda.legislation.regulation.Missing;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.source.Chronicle.Stage;
import renda.legislation.source.Reading;
import renda.legislation.source.Readings;
import renda.legislation.text.Commencement;
import renda.legislation.text.LegalAct;
import renda.platform.event.Outbox;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Enters what the keeper of the register writes by hand. Everything here is part of the
 * caller's transaction.
 */
@Service
class Keeper {

	private final Dossiers dossiers;

	private final Ledger ledger;

	private final Corrections corrections;

	private final Readings readings;

	private final Outbox outbox;

	private final Clock clock;

	Keeper(Dossiers dossiers, Ledger ledger, Corrections corrections, Readings readings, Outbox outbox, Clock clock) {
		this.dossiers = dossiers;
		this.ledger = ledger;
		this.corrections = corrections;
		this.readings = readings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Registers a text of a new title.
	 */
	Mono<Written> register(NewRegulation input) {
		return this.readings.of(input.text(), "/text").flatMap((read) -> {
			RegulationKind kind = (input.kind() != null) ? input.kind() : read.kind();
			Reading reading = read.with(kind, stages(read, kind, input.act()));
			boolean sample = Boolean.TRUE.equals(input.sample());
			return this.dossiers.open(List.of(reading), sample).flatMap((dossiers) -> {
				Dossier dossier = dossiers.getFirst();
				if (!dossier.created) {
					return Mono.error(known(dossier));
				}
				dossier.take(reading);
				Entry entry = dossier.entries.stream().filter((it) -> it.text != null).findFirst().orElseThrow();
				return write(dossier, entry, LegalAct.Kind.ENACTED, "");
			});
		});
	}

	private static Refusal known(Dossier dossier) {
		return Refusal
			.conflict("regulation-exists",
					Text.of("已有同名法规，请在其下登记新版本。", "This title is in the register; add a version to it."))
			.with("regulation", "/api/v1/legislation/regulations/" + dossier.id);
	}

	private static List<Stage> stages(Reading read, RegulationKind kind, @Nullable ActInput act) {
		return (act == null) ? read.stages() : List.of(act.stage(LegalAct.Kind.ENACTED,
				read.maker().needsApproval(kind), Commencement.of(read.text()).date(), true));
	}

	/**
	 * Enters an act on a regulation.
	 * @param expected the version of the record that the caller has read
	 */
	Mono<Written> add(UUID id, long expected, NewVersion input) {
		return add(this.dossiers.open(id, expected), input);
	}

	/**
	 * Enters an act on a regulation.
	 */
	Mono<Written> add(Mono<Dossier> opened, NewVersion input) {
		return text(input.text()).flatMap((text) -> opened.flatMap((dossier) -> {
			text.ifPresent(dossier::requireTitle);
			LocalDate clause = (input.kind() == LegalAct.Kind.ENACTED || input.kind() == LegalAct.Kind.REVISED)
					? text.map((read) -> Commencement.of(read.text()).date()).orElse(null) : null;
			Stage stage = input.act().stage(input.kind(), dossier.needsApproval(), clause, text.isPresent());
			Entry entry = dossier.enter(stage, input.act().publishedOn());
			text.ifPresent((read) -> dossier.put(entry, read));
			return write(dossier, entry, input.kind(), "");
		}));
	}

	/**
	 * Enters the end of a regulation.
	 * @param expected the version of the record that the caller has read
	 */
	Mono<Written> repeal(UUID id, long expected, Repeal input) {
		return repeal(this.dossiers.open(id, expected), input);
	}

	/**
	 * Enters the end of a regulation.
	 */
	Mono<Written> repeal(Mono<Dossier> opened, Repeal input) {
		return opened.flatMap((dossier) -> {
			Stage stage = input.act().stage(LegalAct.Kind.REPEALED, dossier.needsApproval(), null, false);
			Entry entry = dossier.enter(stage, input.act().publishedOn());
			entry.reason = input.reason().strip();
			return write(dossier, entry, LegalAct.Kind.REPEALED, "");
		});
	}

	/**
	 * Puts a version right; what it said before is kept beside the reason.
	 * @param expected the version of the record that the caller has read
	 */
	Mono<Written> correct(UUID id, UUID versionId, long expected, Correction input, Caller caller) {
		if (input.act() == null && (input.text() == null || input.text().isBlank())) {
			return Mono.error(Refusal.invalid("/act", Text.of("请给出 act 或 text。", "Give `act` or `text`.")));
		}
		String reason = input.reason().strip();
		return text(input.text()).flatMap((text) -> this.dossiers.open(id, expected).flatMap((dossier) -> {
			Entry entry = dossier.entry(versionId).orElseThrow(Missing::version);
			text.ifPresent(dossier::requireTitle);
			Mono<Void> kept = this.corrections.keep(dossier, entry, reason, caller);
			if (input.act() != null) {
				entry.correct(input.act(), dossier.needsApproval());
			}
			text.ifPresent((read) -> dossier.put(entry, read));
			return kept.then(write(dossier, entry, entry.act.kind(), reason));
		}));
	}

	private Mono<Optional<Reading>> text(@Nullable String words) {
		return (words == null || words.isBlank()) ? Mono.just(Optional.empty())
				: this.readings.of(words, "/text").map(Optional::of);
	}

	private Mono<Written> write(Dossier dossier, Entry entry, LegalAct.Kind what, String reason) {
		dossier.arrange();
		dossier.touch();
		return this.ledger.save(List.of(dossier), reason)
			.then(this.outbox
				.appendAll(List.of(RegisterEvents.entered(what, dossier, entry, LocalDate.now(this.clock)))))
			.thenReturn(new Written(dossier.id, entry.id, dossier.versionNow()));
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
