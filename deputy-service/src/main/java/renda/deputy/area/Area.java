package renda.deputy.area;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An administrative area as it stands on a day.
 *
 * @param code the GB/T 2260 code, six digits, or nine for a township; for a zone that the
 * standard does not list, the code of the area around it, Z, and two digits
 * @param official whether the code is one of GB/T 2260
 * @param level where the area stands
 * @param parent the code of the area around it
 * @param name its name on the day
 * @param effectiveFrom since when it has that name
 * @param basis the decision that gave the name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Area(UUID id, String code, boolean official, Level level, String parent, String name,
		LocalDate effectiveFrom, String basis, boolean sample, long version) {

	static final String CODE = "\\d{6}(\\d{3}|Z\\d{2})?";

	/**
	 * What the codes of all areas inside an area begin with: 4101 for 410100.
	 */
	public static String prefix(String code) {
		if (code.length() != 6) {
			return code;
		}
		return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
	}

	/**
	 * Levels of areas. A development zone has no congress of its own.
	 */
	public enum Level {

		/** 设区的市. */
		CITY,
		/** 县、区、县级市. */
		COUNTY,
		/** 乡、镇、街道. */
		TOWNSHIP,
		/** 开发区、新区. */
		ZONE

	}

	/**
	 * Which areas to list.
	 *
	 * @param on the day; today unless told
	 */
	record Filter(@Nullable LocalDate on, @Nullable String code, @Nullable Level level, @Nullable String parent) {
	}

	/**
	 * An area to register, or a new name from a day on.
	 *
	 * @param from since when; the beginning of time unless told
	 * @param basis the decision; none unless told
	 */
	record Entry(@NotBlank @Pattern(regexp = CODE) String code, @NotBlank @Size(max = 60) String name,
			@NotNull Level level, @NotBlank @Pattern(regexp = CODE) String parent, @Nullable LocalDate from,
			@Nullable @Size(max = 200) String basis, @Nullable Boolean sample) {
	}

	/**
	 * A name and its time.
	 */
	record Period(LocalDate effectiveFrom, String name, String basis) {
	}

}
