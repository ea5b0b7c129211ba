package renda.legislation.member;

import java.util.List;
import java.util.Map;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.rule.RuleBook;
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
			INSERT INTO committee_size (term, size, basis) VALUES ($1, $2, $3)
			ON CONFLICT (term) DO UPDATE SET basis = excluded.basis, modified_at = clock_timestamp()
			RETURNING term, size, basis""";

	private final DatabaseClient database;

	private final RuleBook rules;

	CommitteeSizes(DatabaseClient database, RuleBook rules) {
		this.database = database;
		this.rules = rules;
	}

	Mono<List<CommitteeSizeController.CommitteeSize>> all() {
		return this.database.sql("SELECT term, size, basis FROM committee_size ORDER BY term")
			.map(CommitteeSizes::size)
			.all()
			.collectList();
	}

	Mono<CommitteeSizeController.CommitteeSize> put(CityProfile.Term term, CommitteeSizeController.SizeFixed fixed) {
		return this.database.sql(FIX)
			.bind(0, term.number())
			.bind(1, fixed.size())
			.bind(2, fixed.basis().strip())
			.map(CommitteeSizes::size)
			.one()
			.flatMap((kept) -> (kept.size() == fixed.size()) ? Mono.just(kept) : this.rules.on(term.from())
				.flatMap((set) -> Mono.error(set.refuse("MTG-34",
						Text.of("本届名额为 %d 人，届内不再变动。", "This term has %d seats, fixed for the term.", kept.size()),
						Map.of("size", kept.size(), "basis", kept.basis())))));
	}

	private static CommitteeSizeController.CommitteeSize size(Readable row) {
		return new CommitteeSizeController.CommitteeSize(Rows.required(row, "term", Integer.class),
				Rows.required(row, "size", Integer.class), Rows.text(row, "basis"));
	}

}
