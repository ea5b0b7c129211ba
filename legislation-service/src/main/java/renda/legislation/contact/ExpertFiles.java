package renda.legislation.contact;

import java.util.UUID;

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

	private static final String KEEP = """
			INSERT INTO expert_file (expert_id, sealed) VALUES ($1, $2)
			ON CONFLICT (expert_id) DO UPDATE SET sealed = excluded.sealed""";

	private final DatabaseClient database;

	private final Vault vault;

	private final JsonMapper json;

	ExpertFiles(DatabaseClient database, Vault vault, JsonMapper json) {
		this.database = database;
		this.vault = vault;
		this.json = json;
	}

	Mono<Void> keep(UUID expert, ExpertFile file) {
		return Mono.fromSupplier(() -> this.vault.seal(this.json.writeValueAsString(file), place(expert)))
			.flatMap((sealed) -> this.database.sql(KEEP).bind(0, expert).bind(1, sealed).fetch().rowsUpdated())
			.then();
	}

	Mono<ExpertFile> of(UUID expert) {
		return this.database.sql("SELECT sealed FROM expert_file WHERE expert_id = $1")
			.bind(0, expert)
			.map((row) -> this.vault.open(Rows.required(row, "sealed", byte[].class), place(expert)))
			.one()
			.map((plain) -> this.json.readValue(plain, ExpertFile.class))
			.switchIfEmpty(Mono
				.error(() -> Refusal.notFound(Text.of("没有该专家的联系资料。", "Nothing is kept on how to reach this expert."))));
	}

	private static String place(UUID expert) {
		return "expert/" + expert + "/file";
	}

}
