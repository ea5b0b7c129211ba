package renda.deputy.roster;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What only the deputy and those who keep the roster may see. It is encrypted at rest and
 * never in a log.
 */
record PersonalData(@Nullable String phone, @Nullable String idNumber, @Nullable LocalDate birthDate) {

	private static final String MASK = "***";

	boolean isEmpty() {
		return this.phone == null && this.idNumber == null && this.birthDate == null;
	}

	/**
	 * All of it as one text, from which a keyed digest shows whether anything changed.
	 */
	String whole() {
		return Stream.of(this.phone, this.idNumber, this.birthDate)
			.map((value) -> Objects.toString(value, ""))
			.collect(Collectors.joining("\u001f"));
	}

	Shown shown() {
		return new Shown(this.phone, this.idNumber, Objects.toString(this.birthDate, null), false);
	}

	/**
	 * What those see who may know that it is kept, and not what it says.
	 */
	static Shown masked() {
		return new Shown(MASK, MASK, MASK, true);
	}

	@Override
	public String toString() {
		return "PersonalData[]";
	}

	/**
	 * Personal data as shown.
	 *
	 * @param masked whether the values are hidden from this caller
	 */
	record Shown(@Nullable String phone, @Nullable String idNumber, @Nullable String birthDate, boolean masked) {

		@Override
		public String toString() {
			return "Shown[]";
		}

	}

}
