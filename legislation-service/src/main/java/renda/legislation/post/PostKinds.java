package renda.legislation.post;

import java.util.List;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The kinds of posts: the table of who nominates whom, as data.
 */
@Repository
class PostKinds {

	/** The columns of a kind, named so that they stand beside those of a post. */
	static final String COLUMNS = """
			post_kind.code AS kind, post_kind.zh, post_kind.en, post_kind.organ_class, post_kind.nominator,
			post_kind.nominator_organ, post_kind.means, post_kind.rule, post_kind.elected, post_kind.filed_up,
			post_kind.upper_approval, post_kind.resigns, post_kind.removable, post_kind.joint, post_kind.statement,
			post_kind.deputy_of, post_kind.oath_by, post_kind.contest""";

	private static final String ALL = "SELECT " + COLUMNS + " FROM post_kind ORDER BY organ_class, code";

	private final DatabaseClient database;

	PostKinds(DatabaseClient database) {
		this.database = database;
	}

	Mono<List<PostKind>> all() {
		return this.database.sql(ALL).map(PostKinds::kind).all().collectList();
	}

	static PostKind kind(Readable row) {
		String contest = Rows.text(row, "contest");
		return new PostKind(Rows.text(row, "kind"), Rows.text(row, "zh"), Rows.text(row, "en"),
				PostKind.OrganClass.valueOf(Rows.text(row, "organ_class")),
				PostKind.Nominator.valueOf(Rows.text(row, "nominator")), Rows.text(row, "nominator_organ"),
				PostKind.Means.valueOf(Rows.text(row, "means")), Rows.text(row, "rule"), Rows.flag(row, "elected"),
				Rows.flag(row, "filed_up"), Rows.flag(row, "upper_approval"), Rows.flag(row, "resigns"),
				Rows.flag(row, "removable"), Rows.flag(row, "joint"), Rows.flag(row, "statement"),
				row.get("deputy_of", String.class), PostKind.Organiser.valueOf(Rows.text(row, "oath_by")),
				contest.isEmpty() ? null : PostKind.Contest.valueOf(contest));
	}

}
