package renda.legislation.regulation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Reads versions and the texts they have.
 */
@Repository
class Versions {

	private static final String OF_REGULATION = RegulationVersion.SELECT
			+ "\nWHERE v.regulation_id = $1 ORDER BY v.position";

	private static final String ONE = "SELECT * FROM (" + RegulationVersion.SELECT + ") AS found WHERE id = $1";

	private static final String TEXT = "SELECT " + RegulationVersion.COLUMNS
			+ ", r.jurisdiction, t.id AS text_id, t.structure, t.links, t.id IS NOT NULL AS text_held\n"
			+ RegulationVersion.FROM + "\nLEFT JOIN regulation_text t ON t.version_id = v.id AND t.current\n";

	private static final String TEXT_ON = TEXT + """
			WHERE v.regulation_id = $1 AND v.effective_on <= $2 AND v.kind <> 'INTERPRETED'
			ORDER BY v.effective_on DESC, v.position DESC
			LIMIT 1""";

	private static final String TEXT_OF = TEXT + "WHERE v.id = $1";

	private static final String RAW = """
			SELECT raw, file_name FROM regulation_text WHERE version_id = $1 AND current""";

	private static final String ENTRIES = """
			SELECT id, file_name, file_date, sha256, articles, chapters, warnings, reason, current, entered_at
			FROM regulation_text WHERE version_id = $1 ORDER BY entered_at""";

	private final DatabaseClient database;

	Versions(DatabaseClient database) {
		this.database = database;
	}

	Mono<List<RegulationVersion>> of(UUID regulationId, LocalDate on) {
		return this.database.sql(OF_REGULATION)
			.bind(0, regulationId)
			.map((row) -> RegulationVersion.of(row, on))
			.all()
			.collectList();
	}

	Mono<RegulationVersion> one(UUID id, LocalDate on) {
		return this.database.sql(ONE).bind(0, id).map((row) -> RegulationVersion.of(row, on)).one();
	}

	/**
	 * The version in force on a day, with its text where the register has it.
	 */
	Mono<HeldText> textOn(UUID regulationId, LocalDate day, LocalDate on) {
		return this.database.sql(TEXT_ON).bind(0, regulationId).bind(1, day).map((row) -> HeldText.of(row, on)).one();
	}

	/**
	 * Exactly one version, with its text where the register has it.
	 */
	Mono<HeldText> textOf(UUID versionId, LocalDate on) {
		return this.database.sql(TEXT_OF).bind(0, versionId).map((row) -> HeldText.of(row, on)).one();
	}

	Mono<byte[]> raw(UUID versionId) {
		return this.database.sql(RAW)
			.bind(0, versionId)
			.map((row) -> Objects.requireNonNull(row.get("raw", byte[].class)))
			.one();
	}

	/**
	 * All texts ever entered for a version, those put right since included.
	 */
	Mono<List<TextEntry>> entries(UUID versionId) {
		return this.database.sql(ENTRIES).bind(0, versionId).map(TextEntry::of).all().collectList();
	}

	/**
	 * One entry of a text.
	 *
	 * @param id the entry's id
	 * @param fileName the file it came from; empty where it was entered by hand
	 * @param fileDate the date in the file's name, a hint only
	 * @param sha256 of the source
	 * @param articles number of articles
	 * @param chapters number of chapters
	 * @param warnings number of oddities survived
	 * @param reason why it replaced the one before
	 * @param current whether it is the one that is shown
	 * @param enteredAt when it was entered
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TextEntry(UUID id, String fileName, @Nullable LocalDate fileDate, String sha256, int articles, int chapters,
			int warnings, String reason, boolean current, OffsetDateTime enteredAt) {

		static TextEntry of(Readable row) {
			return new TextEntry(Rows.required(row, "id", UUID.class), Rows.text(row, "file_name"),
					row.get("file_date", LocalDate.class), Rows.text(row, "sha256"),
					Rows.required(row, "articles", Integer.class), Rows.required(row, "chapters", Integer.class),
					Rows.required(row, "warnings", Integer.class), Rows.text(row, "reason"), Rows.flag(row, "current"),
					Rows.required(row, "entered_at", OffsetDateTime.class));
		}

	}

}
