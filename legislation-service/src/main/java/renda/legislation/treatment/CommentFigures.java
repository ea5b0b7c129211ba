package renda.legislation.treatment;

import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.legislation.comment.Comments;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The figures of consultations: comments that count on drafts whose consultation ended in
 * the term, up to the day asked for.
 */
@Configuration(proxyBeanMethods = false)
class CommentFigures {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) FILTER (WHERE %s) AS value, count(*) AS whole
			FROM consultation_comment AS comment JOIN consultation ON consultation.id = consultation_id
			WHERE comment.status = 'RECEIVED' AND consultation.term = $1 AND consultation.closed_on <= $2
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("year",
			"extract(year FROM consultation.closed_on)::int::text", "channel", "comment.channel", "status",
			"coalesce(comment.outcome, '')", "source", "comment.source", "draft", "consultation.title", "contactPoint",
			"CASE WHEN comment.source = 'CONTACT_POINT' THEN comment.source_name ELSE '' END");

	private static final Text COMMENTS = Text.of("条", "comments");

	private final DatabaseClient database;

	private final CityProfile city;

	CommentFigures(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	@Bean
	Figure publicComments() {
		return new Figure("public_comments", Text.of("立法征求意见收到的意见", "Comments on drafts of regulations"), COMMENTS, Text
			.of("征求意见在本届内、截至所给日期结束的法规草案收到的意见，逐条计数；无效、存疑未甄别和同一人重复提交的不计。",
					"Comments on drafts whose consultation ended in the term, up to the day, each opinion counted once; spam, what is held back and what the same sender sent again are not counted."),
				false, Set.copyOf(GROUPS.keySet()), this::items, (query) -> counts(query, "true", false));
	}

	@Bean
	Figure commentAdoptionRate() {
		return new Figure("comment_adoption_rate", Text.of("意见采纳率", "Comments adopted in whole or in part"), COMMENTS,
				Text.of("本届内、截至所给日期结束征求意见的草案收到的意见中，采纳和部分采纳的所占比例；不采纳、另行研究和尚未处理的计入全部。",
						"Comments adopted in whole or in part, of all comments counted on drafts whose consultation ended in the term by the day."),
				false, Set.copyOf(GROUPS.keySet()), this::items,
				(query) -> counts(query, "comment.outcome IN ('ADOPTED', 'PARTLY')", true));
	}

	private String items(Figure.Query query) {
		return Comments.PATH + "?status=RECEIVED&term=" + query.term() + "&closedTo=" + query.lastDay(this.city);
	}

	private Mono<List<Figure.Count>> counts(Figure.Query query, String part, boolean rate) {
		query.requireNoFilters();
		String group = query.group(GROUPS);
		return this.database.sql(COUNT.formatted(group, part))
			.bind(0, query.term())
			.bind(1, query.lastDay(this.city))
			.map(rate ? Figure.Count::readRate : Figure.Count::read)
			.all()
			.collectList();
	}

}
