package renda.deputy.roster;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.deputy.congress.Congress;

/**
 * A seat: one person in one congress, elected by one unit. It holds what everyone may
 * know; personal data is kept apart.
 *
 * @param congress the congress's code: 410100-16
 * @param area the area of the congress
 * @param term the city's term of the same general election
 * @param electingUnit the code of the unit that elected
 * @param unitArea the area of that unit; empty for the army
 * @param field the circle of society (界别)
 * @param group the deputies' group (代表小组)
 * @param stateSince the day of the last step
 * @param byElection whether elected between general elections
 * @param account the subject of the deputy's own token; not shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Deputy(UUID id, String name, Sex sex, String congress, String congressName, Congress.Level level, String area,
		int term, String electingUnit, String electingUnitName, String unitArea, String field, String group,
		State state, LocalDate stateSince, LocalDate electedOn, boolean byElection,
		@JsonIgnore @Nullable LocalDate firstSessionOn, @JsonIgnore String account, boolean sample, long version) {

	/**
	 * States of a seat.
	 */
	enum State {

		/** 当选. */
		ELECTED,
		/** 代表资格已确认. */
		CREDENTIALS_OK,
		/** 当选无效. */
		VOID,
		/** 在任. */
		ACTIVE,
		/** 暂时停止执行代表职务. */
		SUSPENDED,
		/** 已提出辞职. */
		RESIGN_REQUESTED,
		/** 辞职已接受. */
		RESIGNED,
		/** 已罢免. */
		RECALLED,
		/** 代表资格终止. */
		TERMINATED,
		/** 终止已公告. */
		ANNOUNCED,
		/** 出缺. */
		VACANT,
		/** 已补选. */
		BY_ELECTION;

		/**
		 * Whether the seat is held, or will be.
		 */
		boolean isHeld() {
			return switch (this) {
				case ELECTED, CREDENTIALS_OK, ACTIVE, SUSPENDED, RESIGN_REQUESTED -> true;
				case VOID, RESIGNED, RECALLED, TERMINATED, ANNOUNCED, VACANT, BY_ELECTION -> false;
			};
		}

	}

	/**
	 * 性别.
	 */
	enum Sex {

		MALE, FEMALE

	}

	/**
	 * Which seats to list.
	 *
	 * @param area the area of the congress, with all inside it
	 * @param county the county where the deputy was elected; the city's own code for the
	 * army
	 * @param valid whether the election is valid
	 * @param latestOn only congresses whose general election was their area's latest on
	 * that day, and deputies elected by then
	 */
	record Filter(Congress.@Nullable Level level, @Nullable Integer term, @Nullable String congress,
			@Nullable String area, @Nullable String county, @Nullable String electingUnit, @Nullable Sex sex,
			@Nullable String field, @Nullable String group, @Nullable State state, @Nullable Boolean valid,
			@Nullable Boolean byElection, @Nullable LocalDate latestOn) {
	}

	/**
	 * A seat to enter, known by its congress and person.
	 *
	 * @param person a key for the person that means nothing: the same person has the same
	 * key in every congress; never an identity number
	 * @param state the state it is entered in; ELECTED unless told
	 * @param stateSince since when; the day of the election unless told
	 * @param phone kept encrypted, as are idNumber and birthDate
	 */
	record Entry(@NotBlank String congress, @NotBlank String electingUnit,
			@NotBlank @Pattern(regexp = "(?!\\d{17}[\\dXx]$)[A-Za-z0-9][A-Za-z0-9-]{0,39}") String person,
			@NotBlank @Size(max = 60) String name, @NotNull Sex sex, @Nullable @Size(max = 60) String field,
			@Nullable @Size(max = 60) String group, @NotNull @PastOrPresent LocalDate electedOn,
			@Nullable Boolean byElection, @Nullable State state, @Nullable @PastOrPresent LocalDate stateSince,
			@Nullable @Pattern(regexp = "[0-9+][0-9 -]{4,19}") String phone,
			@Nullable @Pattern(regexp = "\\d{17}[\\dXx]") String idNumber, @Nullable @Past LocalDate birthDate,
			@Nullable @Size(max = 100) String account, @Nullable Boolean sample) {

		State startsAs() {
			return (this.state != null) ? this.state : State.ELECTED;
		}

		LocalDate startsOn() {
			return (this.stateSince != null) ? this.stateSince : this.electedOn;
		}

		boolean isByElection() {
			return Boolean.TRUE.equals(this.byElection);
		}

		PersonalData personal() {
			return new PersonalData(this.phone, this.idNumber, this.birthDate);
		}

		@Override
		public String toString() {
			return "Entry[congress=" + this.congress + ", person=" + this.person + "]";
		}

	}

	/**
	 * What may be corrected in a seat without a step.
	 */
	record Correction(@NotBlank @Size(max = 60) String name, @NotNull Sex sex, @NotNull @Size(max = 60) String field,
			@NotNull @Size(max = 60) String group) {
	}

	/**
	 * A seat with what this caller may do now.
	 */
	record Shown(@JsonUnwrapped Deputy deputy, List<Offer> actions, Map<String, String> links) {
	}

	/**
	 * An action that may be taken now.
	 *
	 * @param input the members of the body: name to type; a trailing ? marks what may be
	 * left out
	 */
	record Offer(String name, String method, String href, Map<String, Object> input) {
	}

	/**
	 * A step that was taken.
	 */
	record Step(long position, String action, String from, String to, LocalDate on, OffsetDateTime takenAt,
			String takenBy, String rule, Object facts) {
	}

}
