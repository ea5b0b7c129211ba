package renda.legislation.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.appointment.Nomination.Act;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Lists of appointments that are voted on together (合并表决), where that is allowed.
 */
@Component
class Slates {

	private static final String INSERT = """
			INSERT INTO appointment_slate (id, code, act, title, consulted) VALUES ($1, $2, $3, $4, $5)""";

	private static final String BY_ID = "SELECT id, code, act, title, consulted FROM appointment_slate WHERE id = $1";

	private static final String MEMBERS = "SELECT id FROM appointment WHERE slate = $1 ORDER BY code";

	private final DatabaseClient database;

	private final AppointmentKind kind;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Clock clock;

	Slates(DatabaseClient database, AppointmentKind kind, Proceedings proceedings, CaseCodes codes, Clock clock) {
		this.database = database;
		this.kind = kind;
		this.proceedings = proceedings;
		this.codes = codes;
		this.clock = clock;
	}

	/**
	 * Makes a list, in the current transaction: all of it, or nothing where one of them
	 * has to be voted on alone.
	 */
	Mono<Slate> make(SlateMaking making, Caller caller) {
		UUID id = Ids.next();
		return locked(making.appointments().stream().distinct().toList()).flatMap((cases) -> {
			if (cases.size() != making.appointments().size()
					|| cases.stream().anyMatch((one) -> !this.kind.isVisible(one, caller))) {
				return Mono.error(Refusal.invalid("/appointments",
						Text.of("有不存在或者重复的任免事项。", "One of them does not exist, or is named twice.")));
			}
			Act act = cases.getFirst().act();
			if (cases.stream().anyMatch((one) -> one.act() != act)) {
				return Mono.error(Refusal.invalid("/appointments",
						Text.of("一份名单只列同一种任免事项。", "A list holds one kind of act only.")));
			}
			return this.codes.next("RMMD", LocalDate.now(this.clock).getYear())
				.flatMap((code) -> this.database.sql(INSERT)
					.bind(0, id)
					.bind(1, code)
					.bind(2, act.name())
					.bind(3, act.title().zh() + "名单（" + cases.size() + "人）")
					.bind(4, making.consulted())
					.fetch()
					.rowsUpdated())
				.thenMany(Flux.fromIterable(cases))
				.concatMap((one) -> this.proceedings.take(this.kind, one, "list-together",
						new AppointmentAction.Listed(id, making.consulted()), caller))
				.then(Mono.defer(() -> byId(id)));
		});
	}

	/**
	 * A list with those who are on it now.
	 */
	Mono<Slate> byId(UUID id) {
		return members(id).flatMap((all) -> this.database.sql(BY_ID).bind(0, id).map((row) -> slate(row, all)).one());
	}

	/**
	 * Those who are on a list now.
	 */
	Mono<List<UUID>> members(UUID slate) {
		return this.database.sql(MEMBERS)
			.bind(0, slate)
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collectList();
	}

	/**
	 * Cases locked one after the other, always in the same order, so that two lists do
	 * not wait for each other.
	 */
	Mono<List<Appointment>> locked(List<UUID> ids) {
		List<UUID> ordered = new ArrayList<>(ids);
		ordered.sort(Comparator.naturalOrder());
		return Flux.fromIterable(ordered).concatMap((id) -> this.kind.table().locked(id)).collectList();
	}

	private static Slate slate(Readable row, List<UUID> members) {
		return new Slate(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
				Act.valueOf(Rows.text(row, "act")), Rows.text(row, "title"), Rows.text(row, "consulted"), members);
	}

	/**
	 * What is sent to make a list.
	 *
	 * @param consulted how members were asked, and that none objected
	 */
	@Schema(name = "AppointmentSlateMaking")
	record SlateMaking(@NotEmpty @Size(max = 200) List<@NotNull UUID> appointments,
			@NotBlank @Size(max = 500) String consulted) {
	}

	/**
	 * A list.
	 *
	 * @param appointments those that are on it now
	 */
	@Schema(name = "AppointmentSlate")
	record Slate(UUID id, String code, Act act, String title, String consulted, List<UUID> appointments) {
	}

}
