package renda.legislation.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * What a ledger holds: a flat record, so that a row of a table is a line and the other
 * way round. Its constraints are Bean Validation's; its components are the columns of
 * imports and exports and may be filtered by.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Line {

	/**
	 * The day it stands for, by which it is listed and counted.
	 */
	LocalDate day();

	/**
	 * The first day it no longer holds; null while it holds, and where it is of one day.
	 */
	default @Nullable LocalDate until() {
		return null;
	}

	/**
	 * The term (届) it is told to be of; null: the one of its day.
	 */
	default @Nullable Integer ofTerm() {
		return null;
	}

	/**
	 * By what two lines of a ledger are the same one.
	 */
	String key();

	/**
	 * What full text search looks at.
	 */
	String words();

	/**
	 * The line of another ledger it belongs to; null for none.
	 */
	default @Nullable Owner partOf() {
		return null;
	}

	/**
	 * Whether it is an invented sample.
	 */
	@Nullable Boolean sample();

	/**
	 * What is wrong with its values taken together.
	 */
	default Stream<Refusal.FieldError> faults() {
		return Stream.empty();
	}

	/**
	 * That the first day it no longer holds is after the first one.
	 * @param until missing while it holds
	 */
	static Stream<Refusal.FieldError> ends(LocalDate from, @Nullable LocalDate until) {
		return (until == null || until.isAfter(from)) ? Stream.empty()
				: Stream.of(new Refusal.FieldError("/until", Text.of("须晚于起始日 %s。", "It must be after %s.", from)));
	}

	/**
	 * That a day is not before the first one.
	 */
	static Stream<Refusal.FieldError> notBefore(String pointer, @Nullable LocalDate day, LocalDate first) {
		return (day == null || !day.isBefore(first)) ? Stream.empty()
				: Stream.of(new Refusal.FieldError(pointer, Text.of("不得早于 %s。", "It must not be before %s.", first)));
	}

	/**
	 * A key of several parts.
	 */
	static String joined(Object... parts) {
		return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\u001f"));
	}

	/**
	 * What is searched, of the members that are there.
	 */
	static String words(@Nullable String... parts) {
		return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}

	/**
	 * A line of another ledger.
	 *
	 * @param member the member of this line that names it
	 * @param ledger the other ledger
	 * @param key the key of the line there
	 */
	record Owner(String member, String ledger, String key) {

		@Override
		public String toString() {
			return this.ledger + "/" + this.key;
		}

	}

}
