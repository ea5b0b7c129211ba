package renda.platform.file;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The register of attachments, and what they belong to. A feature links files to its
 * records in the transaction of its change.
 */
public final class StoredFiles {

	private static final String INSERT = """
			INSERT INTO file (id, sha256, size, name, media_type, visibility, roles, uploader)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			RETURNING *""";

	private static final String OF_SUBJECT = """
			SELECT file.*
			FROM file_link
			JOIN file ON file.id = file_link.file_id
			WHERE subject = $1
			ORDER BY linked_at, file.id""";

	/**
	 * One after the other, each with an instant of its own, so that they keep their
	 * order.
	 */
	private static final String LINK_ALL = """
			INSERT INTO file_link (subject, file_id, linked_at)
			SELECT $1, file_id, clock_timestamp() + position * interval '1 microsecond'
			FROM unnest($2::uuid[]) WITH ORDINALITY AS entry (file_id, position)
			ON CONFLICT DO NOTHING""";

	private final DatabaseClient database;

	StoredFiles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * One file; empty where there is none.
	 */
	public Mono<StoredFile> find(UUID id) {
		return this.database.sql("SELECT * FROM file WHERE id = $1").bind(0, id).map(StoredFile::of).one();
	}

	/**
	 * Files by their ids, in any order; what is unknown is left out.
	 */
	public Mono<List<StoredFile>> byIds(Collection<UUID> ids) {
		return this.database.sql("SELECT * FROM file WHERE id = any($1)")
			.bind(0, ids.toArray(UUID[]::new))
			.map(StoredFile::of)
			.all()
			.collectList();
	}

	Mono<StoredFile> insert(StoredFile file) {
		return this.database.sql(INSERT)
			.bind(0, file.id())
			.bind(1, file.sha256())
			.bind(2, file.size())
			.bind(3, file.name())
			.bind(4, file.mediaType())
			.bind(5, file.visibility().name())
			.bind(6, file.roles().toArray(String[]::new))
			.bind(7, file.uploader())
			.map(StoredFile::of)
			.one();
	}

	/**
	 * Links a file to a record, in the current transaction; once is enough.
	 * @param subject the record, as {@code regulation/018f…}
	 */
	public Mono<Void> link(UUID file, String subject) {
		return this.database.sql("INSERT INTO file_link (subject, file_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
			.bind(0, subject)
			.bind(1, file)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Links several files to a record, in their order, in the current transaction.
	 */
	public Mono<Void> link(Collection<UUID> files, String subject) {
		return files.isEmpty() ? Mono.empty()
				: this.database.sql(LINK_ALL)
					.bind(0, subject)
					.bind(1, files.toArray(UUID[]::new))
					.fetch()
					.rowsUpdated()
					.then();
	}

	/**
	 * Takes a file from a record; the file stays.
	 */
	public Mono<Void> unlink(UUID file, String subject) {
		return this.database.sql("DELETE FROM file_link WHERE subject = $1 AND file_id = $2")
			.bind(0, subject)
			.bind(1, file)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The files of a record, the first linked first.
	 */
	public Mono<List<StoredFile>> of(String subject) {
		return this.database.sql(OF_SUBJECT).bind(0, subject).map(StoredFile::of).all().collectList();
	}

}
