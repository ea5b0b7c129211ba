package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.consultation.ConsultationAction.Waiting;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The consultations kept.
 */
@Repository
public class Consultations {

	/** Where they are served. */
	public static final String PATH = "/api/v1/legislation/consultations";

	/** Who works on them, and on the comments. */
	public static final Set<Role> OFFICES = Set.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE,
			Role.GENERAL_OFFICE);

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-until").by("until_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("until").by("until_on", LocalDate.class).by("id", UUID.class));

	private static final String LATEST = """
			SELECT id, content FROM consultation
			WHERE subject_kind = $1 AND subject_id = $2
			ORDER BY from_on DESC, id DESC
			LIMIT 1""";

	private static final String TITLED = """
			SELECT id, content FROM consultation WHERE title = $1 ORDER BY from_on DESC LIMIT 1""";

	private static final String EARLIER = """
			SELECT id, content FROM consultation
			WHERE subject_kind = $1 AND subject_id = $2 AND id <> $3 AND draft_id <> $4
			ORDER BY from_on, id""";

	private static final String WAITING = """
			SELECT count(*) FILTER (WHERE status = 'RECEIVED' AND outcome IS NULL) AS unanswered,
			       count(*) FILTER (WHERE status = 'SUSPECT') AS suspect
			FROM consultation_comment
			WHERE consultation_id = $1 AND (status = 'SUSPECT' OR status = 'RECEIVED' AND outcome IS NULL)""";

	private final DatabaseClient database;

	private final ConsultationKind kind;

	Consultations(DatabaseClient database, ConsultationKind kind) {
		this.database = database;
		this.kind = kind;
	}

	Mono<Slice<Item>> find(Filter filter, LocalDate today, ListRequest request) {
		Select select = new Select("SELECT id, code, until_on, modified_at, content FROM consultation")
			.where("state = ?", filter.state())
			.where("subject_kind = ?", filter.subjectKind())
			.where("subject_id = ?", filter.subject())
			.where("term = ?", filter.term())
			.where("code = ?", filter.code())
			.where("shortened = ?", filter.shortened())
			.where("closed_on >= ?", filter.closedFrom())
			.where("closed_on <= ?", filter.closedTo())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (filter.running() != null) {
			select.where((filter.running() ? "" : "NOT ") + "(state IN ('OPEN', 'EXTENDED') AND '" + today
					+ "' BETWEEN from_on AND until_on)");
		}
		return select.page(this.database, request, SORTS, (row) -> Item.of(this.kind.table().read(row)));
	}

	/**
	 * Whether a caller works on consultations, and so on the comments.
	 */
	public static boolean isOffice(Caller caller) {
		return caller.roles().stream().anyMatch(OFFICES::contains);
	}

	/**
	 * A consultation; empty where there is none.
	 */
	public Mono<Consultation> byId(UUID id) {
		return this.kind.table().byId(id);
	}

	/**
	 * A consultation; 404 where there is none.
	 */
	public Mono<Consultation> one(UUID id) {
		return byId(id).switchIfEmpty(Mono.error(Consultations::unknown));
	}

	/**
	 * The same, locked: what is done to the comments of one is done one after the other.
	 */
	public Mono<Consultation> locked(UUID id) {
		return this.kind.table().locked(id).switchIfEmpty(Mono.error(Consultations::unknown));
	}

	/**
	 * The same, whose comments may be changed; 409 once the report on them is made.
	 */
	public Mono<Consultation> changeable(UUID id) {
		return locked(id).filter((found) -> !found.isReported()).switchIfEmpty(Mono.error(Consultations::reported));
	}

	/**
	 * That the report on the comments is made.
	 */
	public static Refusal reported() {
		return Refusal.conflict("wrong-state",
				Text.of("反馈报告已形成；须先退回（take-up-again）。", "The report is made; take it up again first (take-up-again)."));
	}

	/**
	 * The last consultation on a draft of a title; empty where there is none.
	 */
	public Mono<Consultation> byTitle(String title) {
		return this.database.sql(TITLED).bind(0, title).map((row) -> this.kind.table().read(row)).one();
	}

	/**
	 * Those of some codes that there are.
	 */
	public Mono<List<Consultation>> byCodes(Collection<String> codes) {
		return this.kind.table().byCodes(codes);
	}

	Mono<Consultation> latest(String subjectKind, UUID subject) {
		return this.database.sql(LATEST)
			.bind(0, subjectKind)
			.bind(1, subject)
			.map((row) -> this.kind.table().read(row))
			.one();
	}

	/**
	 * The consultations on other drafts of the same subject, the first first.
	 */
	Mono<List<Consultation>> earlier(Consultation consultation) {
		return this.database.sql(EARLIER)
			.bind(0, consultation.topic().kind())
			.bind(1, consultation.topic().id())
			.bind(2, consultation.id())
			.bind(3, Objects.requireNonNull(consultation.topic().draft()))
			.map((row) -> this.kind.table().read(row))
			.all()
			.collectList();
	}

	Mono<Waiting> waiting(UUID id) {
		return this.database.sql(WAITING)
			.bind(0, id)
			.map((row) -> new Waiting(Rows.required(row, "unanswered", Long.class),
					Rows.required(row, "suspect", Long.class)))
			.one();
	}

	static Refusal unknown() {
		return Refusal.notFound(Text.of("没有这次征求意见。", "There is no such consultation."));
	}

	/**
	 * Which consultations to list.
	 *
	 * @param running whether comments can be made today
	 * @param shortened whether it was shorter than the law asks for, by decision
	 */
	record Filter(Consultation.@Nullable State state, @Nullable String subjectKind, @Nullable UUID subject,
			@Nullable Integer term, @Nullable String code, @Nullable Boolean running, @Nullable Boolean shortened,
			@Nullable LocalDate closedFrom, @Nullable LocalDate closedTo) {
	}

	/**
	 * A consultation in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String code, Consultation.State state, LocalDate stateSince, String title, String subjectKind,
			UUID subject, String subjectCode, LocalDate from, LocalDate until, @Nullable LocalDate closedOn,
			@Nullable LocalDate publishedOn, boolean contested, boolean sample, long version) {

		private static Item of(Consultation subject) {
			return new Item(subject.id(), subject.code(), subject.state(), subject.stateSince(),
					subject.topic().title(), subject.topic().kind(), subject.topic().id(), subject.topic().code(),
					subject.period().from(), subject.period().until(), subject.course().closedOn(),
					subject.course().publishedOn(), subject.course().contested(), subject.sample(), subject.version());
		}

	}

}
