package renda.legislation.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.text.Warning;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * Keeps the report of an import, file by file.
 */
@Repository
class ImportedFiles {

	private static final String PUT = """
			INSERT INTO regulation_import_file (job_id, position, name, outcome, reason, regulation_id, title, articles,
				chapters, acts, warnings)
			SELECT $1, position, name, outcome, reason, regulation_id::uuid, title, articles, chapters, acts, warnings
			FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::int[],
				$10::int[], $11::text[])
				AS f (position, name, outcome, reason, regulation_id, title, articles, chapters, acts, warnings)
			ON CONFLICT (job_id, position) DO UPDATE
			SET name = excluded.name, outcome = excluded.outcome, reason = excluded.reason,
				regulation_id = excluded.regulation_id, title = excluded.title, articles = excluded.articles,
				chapters = excluded.chapters, acts = excluded.acts, warnings = excluded.warnings""";

	private static final String FIRST = """
			SELECT * FROM regulation_import_file WHERE job_id = $1 ORDER BY position LIMIT $2""";

	private static final List<Sort> SORTS = List.of(Sort.ascending("position").by("position", Integer.class));

	private final DatabaseClient database;

	private final JsonMapper json;

	ImportedFiles(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	Mono<Void> put(UUID job, List<ImportedFile> files) {
		if (files.isEmpty()) {
			return Mono.empty();
		}
		return this.database.sql(PUT)
			.bind(0, job)
			.bind(1, files.stream().map(ImportedFile::position).toArray(Integer[]::new))
			.bind(2, strings(files, ImportedFile::name))
			.bind(3, strings(files, (file) -> file.outcome().name()))
			.bind(4, strings(files, ImportedFile::reason))
			.bind(5, strings(files, (file) -> (file.regulationId() != null) ? file.regulationId().toString() : null))
			.bind(6, strings(files, ImportedFile::title))
			.bind(7, files.stream().map(ImportedFile::articles).toArray(Integer[]::new))
			.bind(8, files.stream().map(ImportedFile::chapters).toArray(Integer[]::new))
			.bind(9, files.stream().map(ImportedFile::acts).toArray(Integer[]::new))
			.bind(10, strings(files, (file) -> this.json.writeValueAsString(file.warnings())))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static String[] strings(List<ImportedFile> files, Function<ImportedFile, @Nullable String> string) {
		return files.stream().map(string).toArray(String[]::new);
	}

	Mono<List<ImportedFile>> first(UUID job, int limit) {
		return this.database.sql(FIRST).bind(0, job).bind(1, limit).map(this::file).all().collectList();
	}

	Mono<Slice<ImportedFile>> find(UUID job, ImportedFile.@Nullable Outcome outcome, ListRequest request) {
		return new Select("SELECT * FROM regulation_import_file").where("job_id = ?", job)
			.where("outcome = ?", outcome)
			.page(this.database, request, SORTS, this::file);
	}

	private ImportedFile file(Readable row) {
		return new ImportedFile(required(row, "position", Integer.class), required(row, "name", String.class),
				ImportedFile.Outcome.valueOf(required(row, "outcome", String.class)),
				required(row, "reason", String.class), row.get("regulation_id", UUID.class),
				required(row, "title", String.class), required(row, "articles", Integer.class),
				required(row, "chapters", Integer.class), required(row, "acts", Integer.class),
				this.json.readValue(required(row, "warnings", String.class), new TypeReference<List<Warning>>() {
				}));
	}

}
