package renda.legislation.expert;

import java.util.UUID;
import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;
import renda.platform.security.Vault;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The files of experts, each sealed for its own place.
 */
@Repository
class ExpertFiles {

	private static final String FIRST = """
			INSERT INTO expert_file (expert_id, sealed) VALUES ($1, $2)
			ON CONFLICT (expert_id) DO NOTHING""";

	private static final String NEXT = """
			UPDATE expert_file SET sealed = $2, version = version + 1 WHERE expert_id = $1 AND version = $3""";

	private final DatabaseClient database;

	private final Vault vault;

	private final JsonMapper json;

	ExpertFiles(DatabaseClient database, Vault vault, JsonMapper json) {
		this.database = database;
		this.vault = vault;
		this.json = json;
	}

	/**
	 * Keeps a file, in place of the one that was kept before.
	 * @param read the version that was read; needed where there is one
	 */
	Mono<Void> keep(UUID expert, ExpertFile file, LongSupplier read) {
		return Mono.fromSupplier(() -> this.vault.seal(this.json.writeValueAsString(file), place(expert)))
			.flatMap((sealed) -> this.database.sql(FIRST)
				.bind(0, expert)
				.bind(1, sealed)
				.fetch()
				.rowsUpdated()
				.flatMap((first) -> (first == 1) ? Mono.empty() : replace(expert, sealed, read.getAsLong())));
	}

	private Mono<Void> replace(UUID expert, byte[] sealed, long read) {
		return this.database.sql(NEXT)
			.bind(0, expert)
			.bind(1, sealed)
			.bind(2, read)
			.fetch()
			.rowsUpdated()
			.flatMap((moved) -> (moved == 1) ? Mono.empty()
					: of(expert).flatMap((current) -> Mono.error(Refusal.stale(current.version()))));
	}

	Mono<Kept> of(UUID expert) {
		return this.database.sql("SELECT sealed, version FROM expert_file WHERE expert_id = $1")
			.bind(0, expert)
			.map((row) -> new Kept(
					this.json.readValue(this.vault.open(Rows.required(row, "sealed", byte[].class), place(expert)),
							ExpertFile.class),
					Rows.required(row, "version", Long.class)))
			.one()
			.switchIfEmpty(Mono
				.error(() -> Refusal.notFound(Text.of("没有该专家的联系资料。", "Nothing is kept on how to reach this expert."))));
	}

	private static String place(UUID expert) {
		return "expert/" + expert + "/file";
	}

	/**
	 * A file and its version.
	 */
	record Kept(ExpertFile file, long version) {
	}

}
