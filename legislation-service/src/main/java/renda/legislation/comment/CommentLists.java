package renda.legislation.comment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Outcome;
import renda.legislation.comment.Comment.Source;
import renda.legislation.comment.Comment.Status;
import renda.legislation.sender.Masked;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.web.Given.orNull;

/**
 * Reads comments for those who may see them. Words are shown to everyone once the sender
 * or the office has agreed, numbers of telephones and identity cards to nobody.
 */
@Repository
public class CommentLists {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-madeOn").by("made_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("madeOn").by("made_on", LocalDate.class).by("id", UUID.class));

	private static final String COLUMNS = """
			SELECT * FROM (
			  SELECT comment.id, comment.consultation_id, consultation.code, comment.number, comment.draft_id,
			         comment.article, comment.label, comment.request, comment.channel, comment.source, comment.source_id,
			         comment.source_name, comment.meeting, comment.made_on, comment.text, comment.status,
			         comment.status_reason, comment.duplicate_of, comment.consent, comment.released, comment.group_id,
			         told.outcome, told.reason, told.changed_draft, told.changed_article, told.changed_label,
			         told.answered_on, comment.account, comment.receipt, comment.sample, comment.version,
			         comment.modified_at, comment.search, coalesce(consultation.title, comment.subject) AS title
			  FROM consultation_comment AS comment
			       LEFT JOIN consultation ON consultation.id = comment.consultation_id%s) AS comment
			""";

	private static final String READ = COLUMNS.replace("told.", "comment.").formatted("");

	/**
	 * As their senders see them: what became of one that says again what the sender had
	 * said is what became of the first.
	 */
	private static final String OWN = COLUMNS.formatted(
			"""

					JOIN consultation_comment AS told
					ON told.id = CASE comment.status WHEN 'DUPLICATE' THEN coalesce(comment.duplicate_of, comment.id) ELSE comment.id END""");

	private static final String ONE = READ + "WHERE id = $1";

	private static final String BY_RECEIPT = OWN + "WHERE receipt = $1";

	private final DatabaseClient database;

	CommentLists(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The comments a caller may know of.
	 * @param office whether the caller works on them; others know of those that count
	 */
	Mono<Slice<CommentView>> find(Filter filter, boolean office, ListRequest request) {
		Select select = filtered(READ, filter).where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (!office) {
			select.where("status = 'RECEIVED' AND consultation_id IS NOT NULL");
			if (request.q() != null) {
				select.where("(consent OR released)");
			}
			if (filter.contactPoint() != null) {
				select.where("source <> 'EXPERT'");
			}
		}
		return select.page(this.database, request, SORTS, (row) -> view(row, office, false));
	}

	/**
	 * The comments that somebody made with an account.
	 */
	Mono<Slice<CommentView>> own(String account, Filter filter, ListRequest request) {
		return filtered(OWN, filter).where("account <> ''")
			.where("account = ?", account)
			.page(this.database, request, SORTS, (row) -> view(row, false, true));
	}

	/**
	 * What contact points and experts said, on consultations and outside them.
	 * @param own the contact point that asks for its own; missing for those who work on
	 * comments
	 */
	public Mono<Slice<CommentView>> opinions(Filter filter, @Nullable UUID own, ListRequest request) {
		boolean office = own == null;
		return filtered(READ, filter).where("source IN ('CONTACT_POINT', 'EXPERT')")
			.where("source_id = ?", own)
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> view(row, office, !office));
	}

	/**
	 * The same of one.
	 */
	public Mono<CommentView> opinion(UUID id, @Nullable UUID own) {
		return this.database.sql(ONE + " AND source IN ('CONTACT_POINT', 'EXPERT')")
			.bind(0, id)
			.map((row) -> view(row, own == null, true))
			.one()
			.filter((view) -> own == null || own.equals(view.sourceId()));
	}

	private static Select filtered(String read, Filter filter) {
		Select consultations = new Select("SELECT id FROM consultation").where("code = ?", filter.code())
			.where("term = ?", filter.term())
			.where("closed_on >= ?", filter.closedFrom())
			.where("closed_on <= ?", filter.closedTo());
		Select select = new Select(read).where("consultation_id = ?", filter.consultation())
			.belonging("consultation_id", consultations)
			.where("draft_id = ?", filter.draft())
			.where("article = ?", filter.article())
			.where("channel = ?", filter.channel())
			.where("source = ?", filter.source())
			.where("status = ?", filter.status())
			.where("source_id = ?", filter.contactPoint())
			.where("outcome = ?", filter.outcome())
			.where("group_id = ?", filter.group())
			.where("request = ?", filter.request())
			.where("sample = ?", filter.sample())
			.where("made_on >= ?", filter.madeFrom())
			.where("made_on <= ?", filter.madeTo());
		if (filter.answered() != null) {
			select.where(filter.answered() ? "outcome IS NOT NULL" : "outcome IS NULL");
		}
		return select;
	}

	Mono<CommentView> one(UUID id, boolean office) {
		return this.database.sql(ONE)
			.bind(0, id)
			.map((row) -> view(row, office, office))
			.one()
			.filter((view) -> office || view.status() == Status.RECEIVED && view.consultation() != null);
	}

	/**
	 * The comment of a receipt, as its sender sees it.
	 */
	Mono<CommentView> byReceipt(String digest) {
		return this.database.sql(BY_RECEIPT).bind(0, digest).map((row) -> view(row, false, true)).one();
	}

	/**
	 * One row.
	 * @param office whether the caller works on it
	 * @param whole whether the words are shown as they were written
	 */
	private static CommentView view(Readable row, boolean office, boolean whole) {
		Source source = Source.valueOf(Rows.text(row, "source"));
		boolean open = Rows.flag(row, "consent") || Rows.flag(row, "released");
		String text = Rows.text(row, "text");
		String name = Rows.text(row, "source_name");
		String outcome = row.get("outcome", String.class);
		String draft = Rows.text(row, "changed_article");
		return new CommentView(Rows.required(row, "id", UUID.class), row.get("consultation_id", UUID.class),
				row.get("code", String.class), Rows.text(row, "title"), Rows.text(row, "number"),
				orNull(Rows.text(row, "request")), row.get("draft_id", UUID.class), Rows.text(row, "article"),
				Rows.text(row, "label"), Channel.valueOf(Rows.text(row, "channel")), source,
				(office || whole || source.isNamed()) ? row.get("source_id", UUID.class) : null,
				(!name.isEmpty() && (office || source.isNamed())) ? name : null, row.get("meeting", Integer.class),
				Rows.required(row, "made_on", LocalDate.class),
				whole ? text : (office || open) ? Masked.of(text) : null, Status.valueOf(Rows.text(row, "status")),
				office ? orNull(Rows.text(row, "status_reason")) : null, row.get("duplicate_of", UUID.class), open,
				row.get("group_id", UUID.class), (outcome != null) ? Outcome.valueOf(outcome) : null,
				orNull(Rows.text(row, "reason")), row.get("changed_draft", UUID.class), orNull(draft),
				orNull(Rows.text(row, "changed_label")), row.get("answered_on", LocalDate.class),
				Rows.flag(row, "sample"), Rows.required(row, "version", Long.class));
	}

	/**
	 * Which comments to list.
	 *
	 * @param code the code of the consultation
	 * @param draft the draft it was made on
	 * @param contactPoint the contact point or expert it came from
	 * @param answered whether it has an outcome
	 * @param request the number of the letter that it answers
	 * @param madeFrom made on this day or later
	 * @param madeTo made on this day or before
	 * @param term the term in which its consultation ended
	 */
	public record Filter(@Nullable UUID consultation, @Nullable String code, @Nullable UUID draft,
			@Nullable String article, @Nullable Channel channel, @Nullable Source source, @Nullable UUID contactPoint,
			@Nullable Status status, @Nullable Outcome outcome, @Nullable Boolean answered, @Nullable UUID group,
			@Nullable String request, @Nullable LocalDate madeFrom, @Nullable LocalDate madeTo,
			@Nullable Boolean sample, @Nullable Integer term, @Nullable LocalDate closedFrom,
			@Nullable LocalDate closedTo) {
	}

	/**
	 * A comment as it is shown.
	 *
	 * @param consultation missing where it was asked for outside a consultation
	 * @param title what is consulted on, or was asked about
	 * @param request the number of the letter that it answers
	 * @param article the article it is about; empty for the whole
	 * @param sourceId the contact point; of experts only for those who work on comments
	 * @param sourceName the contact point, organ or meeting it came from
	 * @param text its words; missing while neither the sender nor the office has agreed
	 * @param shown whether everyone sees the words
	 * @param outcome what became of it; missing before
	 * @param changedDraft the later draft that follows it
	 */
	@Schema(name = "ConsultationComment")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record CommentView(UUID id, @Nullable UUID consultation, @Nullable String consultationCode, String title,
			String number, @Nullable String request, @Nullable UUID draft, String article, String label,
			Channel channel, Source source, @Nullable UUID sourceId, @Nullable String sourceName,
			@Nullable Integer meeting, LocalDate madeOn, @Nullable String text, Status status,
			@Nullable String statusReason, @Nullable UUID duplicateOf, boolean shown, @Nullable UUID group,
			@Nullable Outcome outcome, @Nullable String reason, @Nullable UUID changedDraft,
			@Nullable String changedArticle, @Nullable String changedLabel, @Nullable LocalDate answeredOn,
			boolean sample, long version) {
	}

}
