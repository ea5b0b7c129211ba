package renda.platform.app;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Imports notes; it counts the rows it holds at once.
 */
@Component
public class NoteImport implements ImportKind<NoteImport.Row> {

	/** The most rows that were in hands of {@link #apply} at the same time. */
	public final AtomicInteger most = new AtomicInteger();

	private final AtomicInteger now = new AtomicInteger();

	private final DatabaseClient database;

	NoteImport(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public String name() {
		return "notes";
	}

	@Override
	public Text description() {
		return Text.of("笔记", "Notes");
	}

	@Override
	public Class<Row> row() {
		return Row.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Row>> rows, Command command) {
		this.most.accumulateAndGet(this.now.addAndGet(rows.size()), Math::max);
		return this.database.sql("""
				WITH written AS (
				    INSERT INTO note (id, title, words)
				    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
				    ON CONFLICT (title) DO UPDATE SET words = excluded.words, version = note.version + 1
				    WHERE note.words <> excluded.words
				    RETURNING version)
				SELECT count(*) FILTER (WHERE version = 1) AS created, count(*) FILTER (WHERE version > 1) AS updated
				FROM written""")
			.bind(0, rows.stream().map((row) -> Ids.next()).toArray(UUID[]::new))
			.bind(1, rows.stream().map((row) -> row.row().title()).toArray(String[]::new))
			.bind(2, rows.stream().map((row) -> row.row().words()).toArray(String[]::new))
			.map((row) -> new int[] { row.get("created", Long.class).intValue(),
					row.get("updated", Long.class).intValue() })
			.one()
			.map((counts) -> new Applied(counts[0], counts[1], rows.size() - counts[0] - counts[1], List.of()))
			.doFinally((signal) -> this.now.addAndGet(-rows.size()));
	}

	public record Row(@NotBlank @Size(max = 20) String title, @NotBlank String words, Integer weight) {
	}

}
