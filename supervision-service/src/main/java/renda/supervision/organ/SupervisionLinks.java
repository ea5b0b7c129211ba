package renda.supervision.organ;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.event.Outbox;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * Who supervises whom, by date.
 */
@Repository
class SupervisionLinks {

	private static final String NAMED = """
			SELECT organ.code, (SELECT name FROM organ_period
			                    WHERE organ_id = organ.id AND effective_from <= $2
			                    ORDER BY effective_from DESC LIMIT 1) AS name,
			       link.effective_from, link.effective_to, link.basis
			FROM supervision_link AS link JOIN organ ON organ.id = link.%s
			WHERE link.%s = $1 AND link.effective_from <= $2 AND coalesce(link.effective_to, 'infinity') > $2
			ORDER BY organ.code""";

	private static final String SUPERVISES = NAMED.formatted("supervised_id", "supervisor_id");

	private static final String SUPERVISED_BY = NAMED.formatted("supervisor_id", "supervised_id");

	private static final String ADD = """
			INSERT INTO supervision_link (supervisor_id, supervised_id, effective_from, effective_to, basis)
			SELECT $1, id, $3, $4, $5 FROM organ WHERE code = $2
			ON CONFLICT (supervisor_id, supervised_id, effective_from) DO UPDATE
			SET effective_to = excluded.effective_to, basis = excluded.basis""";

	private final DatabaseClient database;

	private final Outbox outbox;

	SupervisionLinks(DatabaseClient database, Outbox outbox) {
		this.database = database;
		this.outbox = outbox;
	}

	Mono<Around> around(UUID id, LocalDate on) {
		return named(SUPERVISES, id, on)
			.flatMap((down) -> named(SUPERVISED_BY, id, on).map((up) -> new Around(on, down, up)));
	}

	Mono<Void> add(Organ supervisor, Link link) {
		if (link.to() != null && !link.to().isAfter(link.from())) {
			return Mono.error(Refusal.invalid("/to", Text.of("须晚于 from。", "It must be after `from`.")));
		}
		if (supervisor.code().equals(link.supervised())) {
			return Mono.error(Refusal.invalid("/supervised", Text.of("不能监督自己。", "An organ cannot supervise itself.")));
		}
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(ADD)
			.bind(0, supervisor.id())
			.bind(1, link.supervised())
			.bind(2, link.from());
		sql = (link.to() != null) ? sql.bind(3, link.to()) : sql.bindNull(3, LocalDate.class);
		return sql.bind(4, link.basis())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/supervised",
					Text.of("没有代码为 %s 的机关。", "There is no organ with code %s.", link.supervised()))))
			.then(this.outbox.append("organ.supervision-set", "organ/" + supervisor.id(),
					Map.of("supervisor", supervisor.code(), "supervised", link.supervised(), "from", link.from())));
	}

	private Mono<List<Named>> named(String sql, UUID id, LocalDate on) {
		return this.database.sql(sql).bind(0, id).bind(1, on).map(SupervisionLinks::row).all().collectList();
	}

	private static Named row(Readable row) {
		return new Named(required(row, "code", String.class), required(row, "name", String.class),
				required(row, "effective_from", LocalDate.class), row.get("effective_to", LocalDate.class),
				required(row, "basis", String.class));
	}

	/**
	 * A link to set.
	 *
	 * @param supervised the code of the organ supervised
	 * @param from the first day
	 * @param to the first day on which it no longer holds; missing: open
	 * @param basis the law or decision it rests on
	 */
	record Link(@NotBlank String supervised, @NotNull LocalDate from, @Nullable LocalDate to,
			@NotBlank @Size(max = 200) String basis) {
	}

	/**
	 * The organs around one on a day.
	 */
	record Around(LocalDate on, List<Named> supervises, List<Named> supervisedBy) {
	}

	/**
	 * An organ at the other end of a link.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Named(String code, String name, LocalDate from, @Nullable LocalDate to, String basis) {
	}

}
