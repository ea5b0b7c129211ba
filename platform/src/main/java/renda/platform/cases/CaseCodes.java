package renda.platform.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.store.Rows;

/**
 * Gives cases the codes people call them by: {@code JY-2022-0417}, counted by prefix and
 * year without a gap.
 */
public final class CaseCodes {

	private static final Pattern CODE = Pattern.compile("([A-Z]{1,8})-(\\d{4})-(\\d{1,9})");

	private static final String NEXT = """
			INSERT INTO case_code (prefix, year, last)
			VALUES ($1, $2, $3)
			ON CONFLICT (prefix, year) DO UPDATE SET last = case_code.last + $3
			RETURNING last""";

	private static final String TAKEN = """
			INSERT INTO case_code (prefix, year, last)
			VALUES ($1, $2, $3)
			ON CONFLICT (prefix, year) DO UPDATE SET last = greatest(case_code.last, $3)""";

	private final DatabaseClient database;

	CaseCodes(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The next code, in the current transaction; another that takes one waits for it.
	 */
	public Mono<String> next(String prefix, int year) {
		return next(prefix, year, 1).map(List::getFirst);
	}

	/**
	 * The next codes.
	 */
	public Mono<List<String>> next(String prefix, int year, int count) {
		return this.database.sql(NEXT)
			.bind(0, prefix)
			.bind(1, year)
			.bind(2, (long) count)
			.map((row) -> Rows.required(row, "last", Long.class))
			.one()
			.map((last) -> LongStream.rangeClosed(last - count + 1, last)
				.mapToObj((number) -> "%s-%d-%04d".formatted(prefix, year, number))
				.toList());
	}

	/**
	 * Notes codes that came from elsewhere, so that none is given again.
	 */
	Mono<Void> taken(Collection<String> codes) {
		Map<String, Long> last = new HashMap<>();
		for (String code : codes) {
			Matcher matcher = CODE.matcher(code);
			if (matcher.matches()) {
				last.merge(matcher.group(1) + '-' + matcher.group(2), Long.valueOf(matcher.group(3)), Math::max);
			}
		}
		return Flux.fromIterable(new TreeMap<>(last).entrySet())
			.concatMap((entry) -> this.database.sql(TAKEN)
				.bind(0, entry.getKey().substring(0, entry.getKey().indexOf('-')))
				.bind(1, Integer.valueOf(entry.getKey().substring(entry.getKey().indexOf('-') + 1)))
				.bind(2, entry.getValue())
				.fetch()
				.rowsUpdated())
			.then();
	}

}
