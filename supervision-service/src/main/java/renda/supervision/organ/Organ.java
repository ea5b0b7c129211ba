package renda.supervision.organ;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An organ or department (机关、部门) as it stands on a day.
 *
 * @param id its id, which never changes
 * @param code its code, which tokens carry in the claim {@code organ}
 * @param kind what it is
 * @param name its name on that day
 * @param area the GB/T 2260 code of its area on that day
 * @param parent the code of the organ it belongs to on that day; missing for the highest
 * @param since the day from which name, area and place are as shown
 * @param basis the decision they rest on
 * @param establishedOn the day it came into being
 * @param abolishedOn the first day it is no more; missing while it exists
 * @param successor the code of the organ that took over
 * @param sample whether the record is invented for the demonstration
 * @param version the record's version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Organ(UUID id, String code, Kind kind, String name, String area, @Nullable String parent, LocalDate since,
		String basis, LocalDate establishedOn, @Nullable LocalDate abolishedOn, @Nullable String successor,
		boolean sample, long version) {

	/**
	 * Whether it exists on a day.
	 */
	public boolean existsOn(LocalDate day) {
		return !day.isBefore(this.establishedOn) && (this.abolishedOn == null || day.isBefore(this.abolishedOn));
	}

	/**
	 * What an organ can be.
	 */
	public enum Kind {

		/** 人大及其常委会的专门委员会、工作机构. */
		CONGRESS_BODY,
		/** 人民政府. */
		GOVERNMENT,
		/** 监察委员会. */
		SUPERVISORY_COMMISSION,
		/** 人民法院. */
		COURT,
		/** 人民检察院. */
		PROCURATORATE,
		/** 政府部门. */
		DEPARTMENT,
		/** 开发区管理机构. */
		ZONE,
		/** 国有企业等承办单位. */
		ENTERPRISE;

		/**
		 * Whether only its head may report to the standing committee; a government may
		 * send the head of a department (监督法 第十六条).
		 */
		public boolean reportsInPerson() {
			return this == SUPERVISORY_COMMISSION || this == COURT || this == PROCURATORATE;
		}

	}

	/**
	 * What is given to register an organ.
	 *
	 * @param code lower-case letters, digits and hyphens, 2 to 40
	 * @param establishedOn the day it came into being
	 * @param basis the decision it rests on
	 */
	record Registration(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String code, @NotNull Kind kind,
			@NotBlank @Size(max = 100) String name, @NotBlank @Pattern(regexp = "\\d{6}(\\d{3})?") String area,
			@Nullable String parent, @NotNull LocalDate establishedOn, @NotBlank @Size(max = 200) String basis,
			boolean sample) {
	}

	/**
	 * What changes from a day on: a new name, area or parent.
	 */
	record Change(@NotNull LocalDate from, @NotBlank @Size(max = 100) String name,
			@NotBlank @Pattern(regexp = "\\d{6}(\\d{3})?") String area, @Nullable String parent,
			@NotBlank @Size(max = 200) String basis) {
	}

	/**
	 * The end of an organ.
	 *
	 * @param on the first day it is no more
	 * @param successor the code of the organ that takes over; missing if none
	 */
	record Abolition(@NotNull LocalDate on, @Nullable String successor) {
	}

	/**
	 * One stretch of an organ's life.
	 */
	record Period(LocalDate from, String name, String area, @Nullable String parent, String basis) {
	}

	/**
	 * The filters of the list.
	 *
	 * @param on the day to look at, today unless told
	 */
	record Filter(@Nullable LocalDate on, @Nullable Kind kind, @Nullable String area, @Nullable String parent,
			@Nullable String code) {
	}

}
