package renda.platform.city;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The city that the platform serves. It is data: another city is another file under
 * {@code city/}, chosen by {@code renda.city-profile}.
 *
 * @param code the city's GB/T 2260 code
 * @param name the city's name
 * @param province the province's name
 * @param zone the time zone whose days count
 * @param terms the terms (届) of the city's congress, by number
 */
@ConfigurationProperties("renda.city")
public record CityProfile(String code, Text name, Text province, ZoneId zone, List<Term> terms) {

	/**
	 * The term with a number.
	 * @throws Refusal 400 where the city knows no such term
	 */
	public Term term(int number) {
		return this.terms.stream().filter((term) -> term.number() == number).findFirst().orElseThrow(() -> {
			String known = this.terms.stream()
				.map((term) -> String.valueOf(term.number()))
				.collect(Collectors.joining(", "));
			return Refusal.invalid("term", Text.of("届次可取：%s。", "term is one of: %s.", known));
		});
	}

	/**
	 * The term in which a day lies, the last that had begun by then: terms follow one
	 * another without a gap. Empty for a day before the first.
	 */
	public Optional<Term> termOn(LocalDate day) {
		return this.terms.stream().filter((term) -> !term.from().isAfter(day)).max(Comparator.comparing(Term::from));
	}

	/**
	 * A term of the congress (届).
	 *
	 * @param number the term's number, such as 15
	 * @param from the day of the first session of this congress
	 * @param to the day before the first session of the next; null while it runs
	 */
	public record Term(int number, LocalDate from, @Nullable LocalDate to) {

		/**
		 * The last day counted of this term when counted on a day.
		 */
		public LocalDate lastDayUntil(LocalDate day) {
			return (this.to == null || day.isBefore(this.to)) ? day : this.to;
		}

	}

}
