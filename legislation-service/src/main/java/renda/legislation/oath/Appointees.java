package renda.legislation.oath;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.tenure.TenureAction.Swearing;
import renda.platform.cases.CaseKind;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Taking;
import renda.platform.security.Caller;

import org.springframework.stereotype.Repository;

/**
 * Those who were given posts, as the ceremony of the oath asks for them.
 */
@Repository
class Appointees {

	private final CaseKind<Appointment, State, Party, AppointmentView> kind;

	private final Proceedings proceedings;

	Appointees(CaseKind<Appointment, State, Party, AppointmentView> kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	/**
	 * Those with these ids whom a caller may know of.
	 */
	Mono<List<Appointee>> byIds(Collection<UUID> ids, Caller caller) {
		return this.kind.table()
			.byIds(ids)
			.map((all) -> all.stream().filter((one) -> this.kind.isVisible(one, caller)).map(Appointee::of).toList());
	}

	/**
	 * Those with these codes.
	 */
	Mono<List<Appointee>> byCodes(Collection<String> codes) {
		return this.kind.table().byCodes(codes).map((all) -> all.stream().map(Appointee::of).toList());
	}

	/**
	 * That they took the oath, in the current transaction; also of those who have left
	 * the post since.
	 */
	Mono<Void> swore(List<Attended> oaths, Caller caller) {
		return take("swear", oaths, caller);
	}

	/**
	 * That they missed a ceremony, in the current transaction.
	 */
	Mono<Void> missed(List<Attended> oaths, Caller caller) {
		return take("miss-oath", oaths, caller);
	}

	private Mono<Void> take(String step, List<Attended> oaths, Caller caller) {
		Map<UUID, Attended> byAppointment = oaths.stream()
			.collect(Collectors.toMap(Attended::appointment, Function.identity()));
		return this.kind.table().locked(byAppointment.keySet()).flatMap((cases) -> {
			List<Taking<Appointment>> all = new ArrayList<>();
			for (Appointment subject : cases) {
				Attended oath = Objects.requireNonNull(byAppointment.get(subject.id()));
				all.add(new Taking<>(subject, (subject.state() == Appointment.State.ENDED) ? "record-oath" : step,
						new Swearing(oath.ceremony(), oath.code(), oath.on())));
			}
			return this.proceedings.takeAll(this.kind, all, caller);
		}).then();
	}

	/**
	 * One who was asked to a ceremony.
	 *
	 * @param appointment what was to be sworn for
	 * @param ceremony the ceremony
	 * @param code its code
	 * @param on its day
	 */
	record Attended(UUID appointment, UUID ceremony, String code, LocalDate on) {
	}

}
