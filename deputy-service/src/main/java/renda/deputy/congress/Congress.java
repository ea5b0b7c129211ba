package renda.deputy.congress;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.deputy.area.Area;

/**
 * One area's congress of one number (某届人民代表大会). Its term runs from its first session to
 * the first session of the next (代表法 第二条).
 *
 * @param code the area's code and the number: 410100-16
 * @param number the number of this congress (届)
 * @param term the city's term of the same general election
 * @param electedOn the day by which its deputies were elected in the general election
 * @param firstSessionOn the day of its first session; null until it is known
 * @param nextSessionOn the day of the next congress's first session; null until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Congress(UUID id, String code, String area, Level level, int number, int term, String name,
		LocalDate electedOn, @Nullable LocalDate firstSessionOn, @Nullable LocalDate nextSessionOn, boolean sample,
		long version) {

	/**
	 * Levels of congresses.
	 */
	public enum Level {

		/** 设区的市. */
		CITY(Area.Level.CITY),
		/** 县、区、县级市. */
		COUNTY(Area.Level.COUNTY),
		/** 乡、民族乡、镇. */
		TOWN(Area.Level.TOWNSHIP);

		private final Area.Level area;

		Level(Area.Level area) {
			this.area = area;
		}

		boolean isOf(Area.@Nullable Level level) {
			return this.area == level;
		}

	}

	/**
	 * Which congresses to list.
	 *
	 * @param area the area with all inside it
	 */
	record Filter(@Nullable String code, @Nullable Level level, @Nullable Integer term, @Nullable String area) {
	}

	/**
	 * A congress to enter, known by its area and number.
	 */
	record Entry(@NotBlank String area, @NotNull Level level, @Positive int number, @Positive int term,
			@NotBlank @Size(max = 100) String name, @NotNull LocalDate electedOn, @Nullable LocalDate firstSessionOn,
			@Nullable LocalDate nextSessionOn, @Nullable Boolean sample) {

		String code() {
			return this.area + "-" + this.number;
		}

	}

}
