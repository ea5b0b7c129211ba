package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.appointment.AppointmentAction.Swearing;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;

import org.springframework.stereotype.Repository;

/**
 * Those who were given posts, as the ceremony of the oath asks for them.
 */
@Repository
public class Appointees {

	private final AppointmentKind kind;

	private final Proceedings proceedings;

	private final Slates slates;

	Appointees(AppointmentKind kind, Proceedings proceedings, Slates slates) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.slates = slates;
	}

	/**
	 * Those with these ids whom a caller may know of.
	 */
	public Mono<List<Appointee>> byIds(Collection<UUID> ids, Caller caller) {
		return this.kind.table()
			.byIds(ids)
			.map((all) -> all.stream().filter((one) -> this.kind.isVisible(one, caller)).map(Appointee::of).toList());
	}

	/**
	 * Those with these codes.
	 */
	public Mono<List<Appointee>> byCodes(Collection<String> codes) {
		return this.kind.table().byCodes(codes).map((all) -> all.stream().map(Appointee::of).toList());
	}

	/**
	 * That they took the oath at a ceremony, in the current transaction; also of those
	 * who have left the post since.
	 */
	public Mono<Void> swore(List<UUID> appointments, UUID ceremony, String code, LocalDate on, Caller caller) {
		return take("swear", appointments, new Swearing(ceremony, code, on), caller);
	}

	/**
	 * That they missed a ceremony, in the current transaction.
	 */
	public Mono<Void> missed(List<UUID> appointments, UUID ceremony, String code, LocalDate on, Caller caller) {
		return take("miss-oath", appointments, new Swearing(ceremony, code, on), caller);
	}

	private Mono<Void> take(String step, List<UUID> appointments, Swearing swearing, Caller caller) {
		return this.slates.locked(appointments)
			.flatMapMany(Flux::fromIterable)
			.concatMap((subject) -> this.proceedings.take(this.kind, subject,
					(subject.state() == Appointment.State.ENDED) ? "record-oath" : step, swearing, caller))
			.then();
	}

}
