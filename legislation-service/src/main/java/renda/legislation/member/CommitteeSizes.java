package renda.legislation.member;

import java.util.List;
import java.util.Map;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.store.Rows;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The sizes kept.
 */
@Repository
class CommitteeSizes {

	private static final String FIX = """
			INSERT INTO committee_size (term, size, basis, population) VALUES ($1, $2, $3, $4)
			ON CONFLICT (term) DO UPDATE
			SET basis = excluded.basis, population = excluded.population, modified_at = clock_timestamp()
			RETURNING term, size, basis, population""";

	private final DatabaseClient database;

	private final RuleBook rules;

	CommitteeSizes(DatabaseClient database, RuleBook rules) {
		this.database = database;
		this.rules = rules;
	}

	Mono<List<CommitteeSizeController.CommitteeSize>> all() {
		return this.database.sql("SELECT term, size, basis, population FROM committee_size ORDER BY term")
			.map(CommitteeSizes::size)
			.all()
			.collectList();
	}

	Mono<CommitteeSizeController.CommitteeSize> put(CityProfile.Term term, CommitteeSizeController.SizeFixed fixed) {
		return this.rules.on(term.from())
			.flatMap((rules) -> Mono.fromRunnable(() -> requireLawful(fixed, rules))
				.then(Mono.defer(() -> fixed(term, fixed)))
				.doOnNext((kept) -> {
					if (kept.size() != fixed.size()) {
						throw rules.refuse("MTG-34", Text.of("本届名额为 %d 人，届内不再变动。",
								"This term has %d seats, fixed for the term.", kept.size()),
								Map.of("size", kept.size(), "basis", kept.basis()));
					}
				}));
	}

	/**
	 * A city has so many seats, a populous one more (地方组织法 第四十七条).
	 */
	static void requireLawful(CommitteeSizeController.SizeFixed fixed, RuleSet rules) {
		Integer population = fixed.population();
		boolean populous = population != null && population > rules.number("mtg.populousCity");
		int least = rules.number("mtg.committeeLeast");
		int most = rules.number(populous ? "mtg.committeeMostPopulous" : "mtg.committeeMost");
		if (fixed.size() < least || fixed.size() > most) {
			throw rules.refuse("MTG-34", Text.of("本市常委会名额为 %d 至 %d 人；人口超过 %d 的市上限较高，请给出 population。",
					"The committee has %d to %d seats; above a population of %d it may have more: give population.",
					least, most, rules.number("mtg.populousCity")),
					Map.of("size", fixed.size(), "least", least, "most", most, "populous", populous));
		}
	}

	private Mono<CommitteeSizeController.CommitteeSize> fixed(CityProfile.Term term,
			CommitteeSizeController.SizeFixed fixed) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(FIX)
			.bind(0, term.number())
			.bind(1, fixed.size())
			.bind(2, fixed.basis().strip());
		Integer population = fixed.population();
		return ((population != null) ? sql.bind(3, population) : sql.bindNull(3, Integer.class))
			.map(CommitteeSizes::size)
			.one();
	}

	private static CommitteeSizeController.CommitteeSize size(Readable row) {
		return new CommitteeSizeController.CommitteeSize(Rows.required(row, "term", Integer.class),
				Rows.required(row, "size", Integer.class), Rows.text(row, "basis"),
				row.get("population", Integer.class));
	}

}
