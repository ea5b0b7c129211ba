package renda.deputy.congress;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who elects deputies to an area's congress (选举单位、选区): lower congresses and the army for
 * a city (地方组织法 第八条), the voters of a district below.
 *
 * @param congressArea the area whose congress it elects to
 * @param area the area where it is; null for the army
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ElectingUnit(UUID id, String code, String congressArea, Kind kind, String name, @Nullable String area,
		boolean sample, long version) {

	/**
	 * Kinds of electing units.
	 */
	public enum Kind {

		/** 下一级人民代表大会. */
		CONGRESS,
		/** 人民解放军. */
		ARMY,
		/** 选区. */
		DISTRICT;

		/**
		 * City deputies are elected by units, others by voters.
		 */
		boolean elects(Congress.Level level) {
			return (level == Congress.Level.CITY) != (this == DISTRICT);
		}

	}

	/**
	 * Which units to list.
	 */
	record Filter(@Nullable String code, @Nullable Kind kind, @Nullable String congressArea, @Nullable String area) {
	}

	/**
	 * A unit to enter, known by its code.
	 */
	record Entry(@NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String code, @NotBlank String congressArea,
			@NotNull Kind kind, @NotBlank @Size(max = 100) String name, @Nullable String area,
			@Nullable Boolean sample) {
	}

}
