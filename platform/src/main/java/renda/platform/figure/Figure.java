package renda.platform.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * A statistic of the work report: a key, what it means, and the query that counts it. A
 * service declares one bean for each. It is never stored.
 *
 * @param key the name that reports use, such as {@code deputies_city}
 * @param title what is counted
 * @param unit the measure word: 件, 名, 项
 * @param definition which records are counted and which are not, and over which period
 * @param floor whether the report shows it as a floor: 240余
 * @param groups the ways it may be broken down: {@code year}, {@code area}, {@code organ}
 * @param items where the records counted are listed, given term and date: a link with
 * exactly the figure's filter
 * @param count counts; without {@code by} one count whose group is empty
 */
public record Figure(String key, Text title, Text unit, Text definition, boolean floor, Set<String> groups,
		Function<Query, String> items, Function<Query, Mono<List<Count>>> count) {

	/**
	 * What is asked for.
	 *
	 * @param term the term of the congress (届), such as 15
	 * @param asOf the last day counted
	 * @param by the group asked for, one of {@link Figure#groups}, or null
	 * @param filters further filters, as {@code area=410102}
	 */
	public record Query(int term, LocalDate asOf, @Nullable String by, Map<String, String> filters) {

		/**
		 * Refuses filters, for a figure that has none.
		 * @throws Refusal 400 with the first of them
		 */
		public void requireNoFilters() {
			if (!this.filters.isEmpty()) {
				throw Refusal.invalid("filter." + this.filters.keySet().iterator().next(),
						Text.of("此指标没有其他筛选。", "This figure has no further filter."));
			}
		}

		/**
		 * The SQL of the group asked for; that of the whole where none is.
		 * @param groups the SQL of each group
		 */
		public String group(Map<String, String> groups) {
			return groups.getOrDefault(Objects.requireNonNullElse(this.by, ""), "''");
		}

		/**
		 * The last day counted of the term.
		 * @throws Refusal 400 where the city knows no such term
		 */
		public LocalDate lastDay(CityProfile city) {
			return city.term(this.term).lastDayUntil(this.asOf);
		}

	}

	/**
	 * One number.
	 *
	 * @param group the group's value, such as {@code 2021} or {@code 410102}; empty for
	 * the whole
	 * @param value the number of records
	 * @param of of how many records, where the figure is a rate; null where it is not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Count(String group, long value, @Nullable Long of) {

		/**
		 * A number that is no part of another.
		 */
		public Count(String group, long value) {
			this(group, value, null);
		}

		/**
		 * Reads a row of {@code grouped} and {@code value}.
		 */
		public static Count read(Readable row) {
			return new Count(Rows.text(row, "grouped"), Rows.required(row, "value", Long.class));
		}

		/**
		 * Reads a row of {@code grouped}, {@code value} and {@code whole}.
		 */
		public static Count readRate(Readable row) {
			return new Count(Rows.text(row, "grouped"), Rows.required(row, "value", Long.class),
					Rows.required(row, "whole", Long.class));
		}

	}

}
