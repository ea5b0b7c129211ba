package renda.legislation.registration;

import java.util.Map;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what was said of a version before it was put right.
 */
@Repository
class Corrections {

	private static final String ADD = """
			INSERT INTO regulation_correction (id, regulation_id, version_id, reason, before, corrected_by)
			VALUES ($1, $2, $3, $4, $5::text::jsonb, $6)""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Corrections(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Keeps a version as it is now, beside the reason for which it is about to change.
	 */
	Mono<Void> keep(Dossier dossier, Entry entry, String reason, Caller caller) {
		String before = this.json
			.writeValueAsString(Map.of("act", entry.act, "effectiveOn", entry.effectiveOn, "text", entry.sha256));
		return this.database.sql(ADD)
			.bind(0, Ids.next())
			.bind(1, dossier.id)
			.bind(2, entry.id)
			.bind(3, reason)
			.bind(4, before)
			.bind(5, caller.subject())
			.fetch()
			.rowsUpdated()
			.then();
	}

}
