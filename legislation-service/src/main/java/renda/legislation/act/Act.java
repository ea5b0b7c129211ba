package renda.legislation.act;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.Level;
import renda.platform.store.Rows;

/**
 * A decision on one or several regulations (决定): a passage, an amendment, a package of
 * amendments (打包修改), a repeal.
 *
 * @param id the id
 * @param title the deciding document, or the regulation passed
 * @param jurisdiction the place whose congress or government decided
 * @param level the same, seen from the city
 * @param decidedOn the day it stands for: adoption, else approval, else promulgation;
 * missing where unknown
 * @param adoptedOn 通过
 * @param adoptedBy the body that passed it
 * @param meeting the meeting
 * @param approvedOn 批准
 * @param approvedBy the body that approved it
 * @param packaged whether it changes several regulations at once
 * @param regulations how many regulations of the register it concerns
 * @param sample whether it is an invented sample
 * @param modifiedAt when the record was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Act(UUID id, String title, String jurisdiction, Level level, @Nullable LocalDate decidedOn,
		@Nullable LocalDate adoptedOn, String adoptedBy, String meeting, @Nullable LocalDate approvedOn,
		String approvedBy, boolean packaged, long regulations, boolean sample, OffsetDateTime modifiedAt) {

	static Act of(Readable row) {
		return new Act(Rows.required(row, "id", UUID.class), Rows.text(row, "title"), Rows.text(row, "jurisdiction"),
				Level.valueOf(Rows.text(row, "level")), Days.known(row.get("decided_on", LocalDate.class)),
				row.get("adopted_on", LocalDate.class), Rows.text(row, "adopted_by"), Rows.text(row, "meeting"),
				row.get("approved_on", LocalDate.class), Rows.text(row, "approved_by"), Rows.flag(row, "packaged"),
				Rows.required(row, "regulations", Long.class), Rows.flag(row, "sample"),
				Rows.required(row, "modified_at", OffsetDateTime.class));
	}

	/**
	 * What a list of acts can be narrowed by.
	 *
	 * @param title a part of the title
	 * @param level whose act it is
	 * @param packaged only packages, or only others
	 * @param year passed in this year
	 * @param sample only invented samples, or only others
	 */
	record Filter(@Nullable String title, @Nullable Level level, @Nullable Boolean packaged, @Nullable Integer year,
			@Nullable Boolean sample) {
	}

}
