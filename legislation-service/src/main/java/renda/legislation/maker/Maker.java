package renda.legislation.maker;

import java.time.LocalDate;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.ledger.Line;
import renda.legislation.normative.FilingEntry;
import renda.platform.web.Refusal.FieldError;

/**
 * An organ on the roll, for the days it is obliged to file. One that is renamed keeps its
 * code and has another line.
 *
 * @param code its code, as its tokens and its filings name it
 * @param name its name
 * @param family what kind of organ it is
 * @param since the first day it files
 * @param until the first day it does not any more; missing while it does
 * @param note on what that rests
 * @param sample whether it is an invented sample
 */
@Schema(name = "FilingMaker")
public record Maker(@NotNull @Pattern(regexp = FilingEntry.CODE) String code, @NotBlank @Size(max = 100) String name,
		@NotNull Family family, @NotNull LocalDate since, @Nullable LocalDate until,
		@Nullable @Size(max = 500) String note, @Nullable Boolean sample) implements Line {

	public Maker {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.since;
	}

	@Override
	public String key() {
		return Line.joined(this.code, this.since);
	}

	@Override
	public String words() {
		return this.name + ' ' + this.code;
	}

	@Override
	public Stream<FieldError> faults() {
		return Line.ends(this.since, this.until);
	}

	/**
	 * The kinds of organs whose documents are filed (河南监督法办法 第四十八条, 监督法 第三十九条).
	 */
	public enum Family {

		/** 本级人民政府. */
		GOVERNMENT,
		/** 制定规范性文件的政府部门. */
		DEPARTMENT,
		/** 县级人大及其常委会. */
		COUNTY_COMMITTEE,
		/** 监察委员会. */
		SUPERVISORY_COMMISSION,
		/** 人民法院. */
		COURT,
		/** 人民检察院. */
		PROCURATORATE,
		/** 乡镇人大、人民政府. */
		TOWN

	}

	/**
	 * Which to list.
	 *
	 * @param activeOn a day on which they are obliged to file
	 */
	record Filter(@Nullable String code, @Nullable Family family, @Nullable LocalDate activeOn,
			@Nullable Boolean sample) {
	}

}
