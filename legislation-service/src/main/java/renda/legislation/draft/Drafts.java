package renda.legislation.draft;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.legislation.draft.Draft.DraftEntry;
import renda.legislation.draft.Draft.DraftFilter;
import renda.legislation.source.Reading;
import renda.legislation.source.Readings;
import renda.legislation.text.LegalText;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The drafts of cases. What is written is part of the caller's transaction.
 */
@Repository
public class Drafts {

	/** The most characters a draft may have. */
	public static final int LONGEST = 2_000_000;

	private static final Set<Role> WORKING = Set.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.COMMITTEE,
			Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE, Role.FILING_OFFICE, Role.GENERAL_OFFICE);

	private static final String COLUMNS = """
			SELECT id, kind, subject, number, label, title, articles, warnings, sha256, structure, viewers, released,
				created_at, modified_at
			FROM draft
			""";

	private static final String ENTRIES = """
			SELECT id, kind, subject, number, label, title, articles, warnings, sha256, released, created_at, modified_at
			FROM draft
			""";

	private static final String ADD = """
			INSERT INTO draft (id, kind, subject, number, label, title, articles, warnings, sha256, source, structure, viewers)
			SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11
			FROM draft WHERE kind = $2 AND subject = $3
			RETURNING id, kind, subject, number, label, title, articles, warnings, sha256, structure, viewers, released,
				created_at, modified_at""";

	private static final String RELEASE = """
			UPDATE draft SET released = true, modified_at = clock_timestamp() WHERE id = $1 AND NOT released""";

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-created").by("created_at", OffsetDateTime.class).by("id", UUID.class),
			Sort.ascending("created").by("created_at", OffsetDateTime.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final Readings readings;

	private final JsonMapper json;

	private final CityProfile city;

	Drafts(DatabaseClient database, Readings readings, JsonMapper json, CityProfile city) {
		this.database = database;
		this.readings = readings;
		this.json = json;
		this.city = city;
	}

	/**
	 * Adds the next draft of a case, which only those who work on drafts may read until
	 * it is released.
	 * @param kind the kind of case
	 * @param subject the case, which the transaction has locked
	 * @param label what it is: 草案修改稿
	 * @param text title and body, in Markdown or plain text
	 * @return the draft; the error 422 not-a-regulation where the text is none
	 */
	public Mono<Draft> add(String kind, UUID subject, String label, String text) {
		return add(kind, subject, label, text, List.of());
	}

	/**
	 * The same, which some others may read as well: the organ that proposes it.
	 */
	public Mono<Draft> add(String kind, UUID subject, String label, String text, Collection<Holder> viewers) {
		return this.readings.of(text, "/text")
			.flatMap((read) -> insert(kind, subject, label, text, read, viewers.stream().map(Holder::text).toList()));
	}

	private Mono<Draft> insert(String kind, UUID subject, String label, String source, Reading read,
			List<String> viewers) {
		return this.database.sql(ADD)
			.bind(0, Ids.next())
			.bind(1, kind)
			.bind(2, subject)
			.bind(3, label)
			.bind(4, read.text().title())
			.bind(5, read.articles())
			.bind(6, read.text().warnings().size())
			.bind(7, read.sha256())
			.bind(8, source)
			.bind(9, read.structure())
			.bind(10, viewers.toArray(String[]::new))
			.map(this::draft)
			.one();
	}

	/**
	 * One draft; empty where there is none. Whether a caller may read it:
	 * {@link #isVisible}.
	 */
	public Mono<Draft> byId(UUID id) {
		return this.database.sql(COLUMNS + "WHERE id = $1").bind(0, id).map(this::draft).one();
	}

	/**
	 * The drafts of a case, in order.
	 */
	public Mono<List<Draft>> of(String kind, UUID subject) {
		return this.database.sql(COLUMNS + "WHERE kind = $1 AND subject = $2 ORDER BY number")
			.bind(0, kind)
			.bind(1, subject)
			.map(this::draft)
			.all()
			.collectList();
	}

	/**
	 * The drafts of a case without their texts, in order.
	 */
	public Mono<List<DraftEntry>> entries(String kind, UUID subject) {
		return this.database.sql(ENTRIES + "WHERE kind = $1 AND subject = $2 ORDER BY number")
			.bind(0, kind)
			.bind(1, subject)
			.map(Drafts::entry)
			.all()
			.collectList();
	}

	/**
	 * Lets everyone read a draft.
	 */
	public Mono<Void> release(UUID id) {
		return this.database.sql(RELEASE).bind(0, id).fetch().rowsUpdated().then();
	}

	/**
	 * Whether a caller may read a draft.
	 */
	public boolean isVisible(Draft draft, Caller caller) {
		return draft.released() || worksOnDrafts(caller) || keys(caller).stream().anyMatch(draft.viewers()::contains);
	}

	/**
	 * Whether a caller works on this city's drafts, and so may read them all.
	 */
	private boolean worksOnDrafts(Caller caller) {
		return caller.actsForArea(this.city.code()) && caller.roles().stream().anyMatch(WORKING::contains);
	}

	private List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	/**
	 * The drafts that a caller may read.
	 */
	Mono<Slice<DraftEntry>> find(DraftFilter filter, Caller caller, ListRequest request) {
		Select select = new Select(ENTRIES).where("kind = ?", filter.kind())
			.where("subject = ?", filter.subject())
			.where("released = ?", filter.released());
		if (caller.isAnonymous()) {
			select.where("released");
		}
		else if (!worksOnDrafts(caller)) {
			select.either("released")
				.either("NOT released AND viewers && ?", (Object) keys(caller).toArray(String[]::new));
		}
		return select.page(this.database, request, SORTS, Drafts::entry);
	}

	private static DraftEntry entry(Readable row) {
		return new DraftEntry(Rows.required(row, "id", UUID.class), Rows.text(row, "kind"),
				Rows.required(row, "subject", UUID.class), Rows.required(row, "number", Integer.class),
				Rows.text(row, "label"), Rows.text(row, "title"), Rows.required(row, "articles", Integer.class),
				Rows.required(row, "warnings", Integer.class), Rows.text(row, "sha256"), Rows.flag(row, "released"),
				Rows.required(row, "created_at", OffsetDateTime.class));
	}

	private Draft draft(Readable row) {
		return new Draft(Rows.required(row, "id", UUID.class), Rows.text(row, "kind"),
				Rows.required(row, "subject", UUID.class), Rows.required(row, "number", Integer.class),
				Rows.text(row, "label"), Rows.text(row, "title"), Rows.required(row, "articles", Integer.class),
				Rows.required(row, "warnings", Integer.class), Rows.text(row, "sha256"),
				this.json.readValue(Rows.text(row, "structure"), LegalText.class),
				List.of(Rows.required(row, "viewers", String[].class)), Rows.flag(row, "released"),
				Rows.required(row, "created_at", OffsetDateTime.class));
	}

}
