package renda.legislation.regulation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalAct;
import renda.platform.store.Rows;

/**
 * A regulation as it is on a day (法规).
 *
 * @param id the id, stable over all versions
 * @param title the title (题名)
 * @param kind what it is
 * @param jurisdiction the place whose congress or government made it; 全国 for the state
 * @param level the same, seen from the city
 * @param status what it is on the day asked for; today unless told
 * @param versionId the version in force on that day, or the one that ended it
 * @param versionKind what the act of that version did
 * @param effectiveOn since when that version holds; missing where unknown
 * @param textHeld whether the register has that version's text
 * @param upcoming when the next version takes effect, seen from the same day
 * @param sample whether it is an invented sample
 * @param version the record's version, for {@code If-Match}
 * @param modifiedAt when the record was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Regulation(UUID id, String title, RegulationKind kind, String jurisdiction, Level level,
		RegulationStatus status, @Nullable UUID versionId, LegalAct.@Nullable Kind versionKind,
		@Nullable LocalDate effectiveOn, boolean textHeld, @Nullable LocalDate upcoming, boolean sample, long version,
		OffsetDateTime modifiedAt) {

	static Regulation of(Readable row) {
		String kind = row.get("version_kind", String.class);
		return new Regulation(Rows.required(row, "id", UUID.class), Rows.text(row, "title"),
				RegulationKind.valueOf(Rows.text(row, "kind")), Rows.text(row, "jurisdiction"),
				Level.valueOf(Rows.text(row, "level")), RegulationStatus.valueOf(Rows.text(row, "status")),
				row.get("version_id", UUID.class), (kind != null) ? LegalAct.Kind.valueOf(kind) : null,
				Days.known(row.get("effective_on", LocalDate.class)), Rows.flag(row, "text_held"),
				Days.known(row.get("upcoming", LocalDate.class)), Rows.flag(row, "sample"),
				Rows.required(row, "version", Long.class), Rows.required(row, "modified_at", OffsetDateTime.class));
	}

	/**
	 * What a list of regulations can be narrowed by.
	 *
	 * @param title a part of the title
	 * @param kind the kind
	 * @param level whose regulation it is
	 * @param jurisdiction the place, as written
	 * @param status the status on the day
	 * @param on the day; today unless told
	 * @param year an act on it was passed in this year
	 * @param sample only invented samples, or only others
	 */
	record Filter(@Nullable String title, @Nullable RegulationKind kind, @Nullable Level level,
			@Nullable String jurisdiction, @Nullable RegulationStatus status, @Nullable LocalDate on,
			@Nullable Integer year, @Nullable Boolean sample) {
	}

}
