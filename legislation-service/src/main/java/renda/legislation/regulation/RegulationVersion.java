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
 * What one act did to one regulation (法规的一次制定、修正、修订、废止、解释).
 *
 * @param id the version's id
 * @param regulationId the regulation
 * @param title the regulation's title
 * @param level whose regulation it is
 * @param actId the act
 * @param kind what the act did
 * @param ordinal the N of 第N次修正, 0 where not numbered
 * @param status the version's status on the day asked for
 * @param adoptedOn 通过
 * @param adoptedBy the body that passed it, as written
 * @param meeting the meeting, as written
 * @param approvedOn 批准
 * @param approvedBy the body that approved it, as written
 * @param promulgatedOn 公布
 * @param publishedOn printed in the gazette
 * @param effectiveOn 施行; missing where unknown or still open
 * @param effectiveSource how that day is known
 * @param until the first day it no longer holds; missing while it holds
 * @param decision the title of the deciding document
 * @param packaged whether the decision changed several regulations (打包)
 * @param reason why, where the register's keeper said so
 * @param textHeld whether the register has the text
 * @param sample whether it is an invented sample
 * @param modifiedAt when the record was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegulationVersion(UUID id, UUID regulationId, String title, Level level, UUID actId, LegalAct.Kind kind,
		int ordinal, RegulationStatus status, @Nullable LocalDate adoptedOn, String adoptedBy, String meeting,
		@Nullable LocalDate approvedOn, String approvedBy, @Nullable LocalDate promulgatedOn,
		@Nullable LocalDate publishedOn, @Nullable LocalDate effectiveOn, EffectiveSource effectiveSource,
		@Nullable LocalDate until, String decision, boolean packaged, String reason, boolean textHeld, boolean sample,
		OffsetDateTime modifiedAt) {

	/** The columns that {@link #of} reads, for the tables v, r and t. */
	static final String COLUMNS = """
			v.id, v.regulation_id, r.title, r.level, v.act_id, v.kind, v.ordinal, v.position, v.adopted_on, v.adopted_by,
			v.meeting, v.approved_on, v.approved_by, v.promulgated_on, v.published_on, v.effective_on,
			v.effective_source, v.until, v.decision, v.packaged, v.reason, r.sample, v.modified_at""";

	static final String FROM = """
			FROM regulation_version v
			JOIN regulation r ON r.id = v.regulation_id""";

	/**
	 * Reads versions as rows that {@link #of} reads, with {@code acted_on} to sort by.
	 */
	public static final String SELECT = "SELECT " + COLUMNS
			+ ", coalesce(v.adopted_on, v.approved_on, v.promulgated_on, v.effective_on) AS acted_on,"
			+ " EXISTS (SELECT FROM regulation_text t WHERE t.version_id = v.id AND t.current) AS text_held\n" + FROM;

	/**
	 * Reads a row.
	 * @param on the day whose status the version is given
	 */
	public static RegulationVersion of(Readable row, LocalDate on) {
		LocalDate effective = Rows.required(row, "effective_on", LocalDate.class);
		LocalDate until = Rows.required(row, "until", LocalDate.class);
		LegalAct.Kind kind = LegalAct.Kind.valueOf(Rows.text(row, "kind"));
		EffectiveSource source = EffectiveSource.valueOf(Rows.text(row, "effective_source"));
		return new RegulationVersion(Rows.required(row, "id", UUID.class),
				Rows.required(row, "regulation_id", UUID.class), Rows.text(row, "title"),
				Level.valueOf(Rows.text(row, "level")), Rows.required(row, "act_id", UUID.class), kind,
				Rows.required(row, "ordinal", Integer.class), status(kind, source, effective, until, on),
				row.get("adopted_on", LocalDate.class), Rows.text(row, "adopted_by"), Rows.text(row, "meeting"),
				row.get("approved_on", LocalDate.class), Rows.text(row, "approved_by"),
				row.get("promulgated_on", LocalDate.class), row.get("published_on", LocalDate.class),
				Days.known(row.get("effective_on", LocalDate.class)), source,
				Days.known(row.get("until", LocalDate.class)), Rows.text(row, "decision"), Rows.flag(row, "packaged"),
				Rows.text(row, "reason"), Rows.flag(row, "text_held"), Rows.flag(row, "sample"),
				Rows.required(row, "modified_at", OffsetDateTime.class));
	}

	private static RegulationStatus status(LegalAct.Kind kind, EffectiveSource source, LocalDate effective,
			LocalDate until, LocalDate on) {
		if (source == EffectiveSource.AWAITING_APPROVAL) {
			return RegulationStatus.NOT_YET_APPROVED;
		}
		if (effective.isAfter(on)) {
			return RegulationStatus.NOT_YET_IN_FORCE;
		}
		if (!until.isAfter(on)) {
			return RegulationStatus.SUPERSEDED;
		}
		return (kind == LegalAct.Kind.REPEALED) ? RegulationStatus.REPEALED : RegulationStatus.IN_FORCE;
	}

	/**
	 * The label of the version: 2018年修正.
	 */
	public String label() {
		LocalDate day = (this.adoptedOn != null) ? this.adoptedOn : (this.approvedOn != null) ? this.approvedOn
				: (this.promulgatedOn != null) ? this.promulgatedOn : this.effectiveOn;
		String what = switch (this.kind) {
			case ENACTED -> "制定";
			case AMENDED -> "修正";
			case REVISED -> "修订";
			case REPEALED -> "废止";
			case INTERPRETED -> "解释";
		};
		return ((day != null) ? day.getYear() + "年" : "") + what;
	}

}
