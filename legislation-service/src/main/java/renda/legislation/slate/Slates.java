package renda.legislation.slate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.personnel.Nomination.Act;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.CaseKind;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of appointments that are voted on together (合并表决), where that is allowed.
 */
@Repository
public class Slates {

	/** Where the lists are. */
	public static final String PATH = "/api/v1/legislation/appointment-slates";

	private static final String INSERT = """
			INSERT INTO appointment_slate (id, code, act, title, consulted, election)
			VALUES ($1, $2, $3, $4, $5, nullif($6, '')::jsonb)""";

	private static final String BY_ID = """
			SELECT id, code, act, title, consulted, election::text AS election FROM appointment_slate WHERE id = $1""";

	private static final String TERMS = """
			SELECT election::text AS election FROM appointment_slate WHERE id = $1 AND election IS NOT NULL""";

	private static final String KEEP = "UPDATE appointment_slate SET election = $2::jsonb WHERE id = $1";

	private static final String NOMINEES = """
			SELECT count(*) AS nominees FROM appointment
			WHERE post = $1 AND state = 'NOMINATED' AND state_since >= $2 AND id <> ALL ($3)""";

	private static final String MEMBERS = "SELECT id FROM appointment WHERE slate = $1 ORDER BY code";

	private final DatabaseClient database;

	private final CaseKind<Appointment, State, Party, AppointmentView> kind;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final JsonMapper json;

	private final Clock clock;

	Slates(DatabaseClient database, CaseKind<Appointment, State, Party, AppointmentView> kind, Proceedings proceedings,
			CaseCodes codes, JsonMapper json, Clock clock) {
		this.database = database;
		this.kind = kind;
		this.proceedings = proceedings;
		this.codes = codes;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Makes a list, in the current transaction: all of it, or nothing where one of them
	 * has to be voted on alone.
	 */
	public Mono<Slate> make(SlateMaking making, Caller caller) {
		UUID id = Ids.next();
		return known(making.appointments(), "/appointments", caller).flatMap((cases) -> {
			Act act = cases.getFirst().act();
			if (cases.stream().anyMatch((one) -> one.act() != act)) {
				return Mono.error(Refusal.invalid("/appointments",
						Text.of("一份名单只列同一种任免事项。", "A list holds one kind of act only.")));
			}
			return insert(id, act, act.title().zh() + "名单（" + cases.size() + "人）", making.consulted(), null)
				.thenMany(Flux.fromIterable(cases))
				.concatMap((one) -> this.proceedings.take(this.kind, one, "list-together",
						new Listed(id, making.consulted()), caller))
				.then(Mono.defer(() -> byId(id)));
		});
	}

	/**
	 * Cases that a caller knows of, locked.
	 * @param pointer where they were sent
	 * @throws Refusal 400 where one is unknown or named twice
	 */
	public Mono<List<Appointment>> known(List<UUID> ids, String pointer, Caller caller) {
		return this.kind.table().locked(ids.stream().distinct().toList()).flatMap((cases) -> {
			boolean all = cases.size() == ids.size()
					&& cases.stream().allMatch((one) -> this.kind.isVisible(one, caller));
			return all ? Mono.just(cases) : Mono.error(Refusal.invalid(pointer,
					Text.of("有不存在或者重复的任免事项。", "One of them does not exist, or is named twice.")));
		});
	}

	/**
	 * Writes a list, in the current transaction.
	 * @param election the terms of an election; null for another list
	 */
	public Mono<Void> insert(UUID id, Act act, String title, String basis, @Nullable ElectionTerms election) {
		return this.codes.next("RMMD", LocalDate.now(this.clock).getYear())
			.flatMap((code) -> this.database.sql(INSERT)
				.bind(0, id)
				.bind(1, code)
				.bind(2, act.name())
				.bind(3, title)
				.bind(4, basis)
				.bind(5, (election != null) ? this.json.writeValueAsString(election) : "")
				.fetch()
				.rowsUpdated())
			.then();
	}

	/**
	 * The terms of an election; empty for another list.
	 */
	public Mono<ElectionTerms> terms(UUID slate) {
		return this.database.sql(TERMS)
			.bind(0, slate)
			.map((row) -> this.json.readValue(Rows.text(row, "election"), ElectionTerms.class))
			.one();
	}

	public Mono<Void> keep(UUID slate, ElectionTerms election) {
		return this.database.sql(KEEP)
			.bind(0, slate)
			.bind(1, this.json.writeValueAsString(election))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * A list with those who are on it now.
	 */
	public Mono<Slate> byId(UUID id) {
		return members(id).flatMap((all) -> this.database.sql(BY_ID).bind(0, id).map((row) -> slate(row, all)).one());
	}

	/**
	 * Those who are on a list now.
	 */
	public Mono<List<UUID>> members(UUID slate) {
		return this.database.sql(MEMBERS)
			.bind(0, slate)
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collectList();
	}

	/**
	 * How many are nominated for a post since a day, besides some.
	 */
	public Mono<Integer> nomineesBesides(List<UUID> these, UUID post, LocalDate since) {
		return this.database.sql(NOMINEES)
			.bind(0, post)
			.bind(1, since)
			.bind(2, these.toArray(UUID[]::new))
			.map((row) -> Math.toIntExact(Rows.required(row, "nominees", Long.class)))
			.one();
	}

	private Slate slate(Readable row, List<UUID> members) {
		String election = Rows.text(row, "election");
		return new Slate(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
				Act.valueOf(Rows.text(row, "act")), Rows.text(row, "title"), Rows.text(row, "consulted"), members,
				election.isEmpty() ? null : this.json.readValue(election, ElectionTerms.class));
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
	 * Joins a list that is voted on together; the service takes the step.
	 */
	@Schema(name = "AppointmentListed")
	public record Listed(@NotNull UUID slate, @Nullable @Size(max = 500) String consulted) {
	}

	/**
	 * A list.
	 *
	 * @param consulted how members were asked; of an election the election rules
	 * @param appointments those that are on it now
	 * @param election the terms of an election; missing for another list
	 */
	@Schema(name = "AppointmentSlate")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Slate(UUID id, String code, Act act, String title, String consulted, List<UUID> appointments,
			@Nullable ElectionTerms election) {
	}

}
