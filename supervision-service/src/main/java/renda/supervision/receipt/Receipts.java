package renda.supervision.receipt;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.figure.Figure;
import renda.platform.security.Vault;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.supervision.petition.PetitionAction;
import renda.supervision.petition.PetitionState;
import renda.supervision.petition.PetitionTerms.Category;
import renda.supervision.petition.PetitionTerms.Channel;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The receipts kept.
 */
@Repository
class Receipts {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-receivedOn").by("received_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("receivedOn").by("received_on", LocalDate.class).by("id", UUID.class),
			Sort.ascending("number").by("number", String.class).by("id", UUID.class));

	private static final String LIST = """
			SELECT * FROM (
			  SELECT receipt.id, number, petition_id, petition.code, petition.state, receipt.channel, receipt.received_on,
			         received_by, receipt.area, persons, petition.category, receipt.account, petition.withheld,
			         receipt.sample, receipt.modified_at
			  FROM petition_receipt AS receipt JOIN petition ON petition.id = petition_id) AS receipt""";

	private static final String INSERT = """
			INSERT INTO petition_receipt (id, number, petition_id, channel, received_on, received_by, area, persons,
			                              identities, account, slip, sample, content)
			SELECT id, number, petition_id, channel, received_on, received_by, area, persons,
			       coalesce(string_to_array(nullif(identities, ''), ','), '{}'), account, slip, sample,
			       decode(content, 'hex')
			FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::text[], $8::int[],
			            $9::text[], $10::text[], $11::text[], $12::boolean[], $13::text[])
			     AS receipt (id, number, petition_id, channel, received_on, received_by, area, persons, identities,
			                 account, slip, sample, content)""";

	private static final String BY_ID = """
			SELECT id, number, petition_id, received_by, account, sample, content
			FROM petition_receipt
			WHERE id = $1""";

	private static final String OF_PERSONS = """
			SELECT id, number, petition_id, received_by, account, sample, content
			FROM petition_receipt
			WHERE identities && $1
			ORDER BY received_on DESC, id DESC
			LIMIT 100""";

	/**
	 * Taken before the numbers are read, so that two writers never read the same last
	 * one.
	 */
	private static final String LOCK_NUMBERS = "SELECT pg_advisory_xact_lock(hashtext('petition_receipt'), $1)";

	private static final String NEXT_NUMBER = """
			SELECT $1 || lpad((coalesce(max(substr(number, 10)::int), 0) + 1)::text, 5, '0') AS number
			FROM petition_receipt
			WHERE number ~ ('^' || $1 || '[0-9]{5,7}$')""";

	private static final String CLAIMED = """
			UPDATE petition_receipt SET slip_used = true, account = $2, modified_at = clock_timestamp()
			WHERE slip = $1 AND NOT slip_used
			RETURNING petition_id""";

	private static final String FAILURES = """
			SELECT count(*) AS failures FROM petition_claim_failure
			WHERE account = $1 AND at > clock_timestamp() - make_interval(secs => $2)""";

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM petition_receipt AS receipt JOIN petition ON petition.id = petition_id
			WHERE receipt.channel IN ('LETTER', 'VISIT') AND received_by = $1 AND receipt.received_on BETWEEN $2 AND $3
			GROUP BY 1 ORDER BY 1""";

	private final DatabaseClient database;

	private final JsonMapper json;

	private final Vault vault;

	Receipts(DatabaseClient database, JsonMapper json, Vault vault) {
		this.database = database;
		this.json = json;
		this.vault = vault;
	}

	/**
	 * The receipts of a list.
	 * @param account the digest of the account whose receipts are listed; empty: all
	 * @param withheld the digests under which a matter is withheld from the caller
	 */
	Mono<Slice<Receipt.Row>> find(Receipt.Filter filter, ListRequest request, String account, String[] withheld) {
		List<Channel> channels = filter.channel();
		return new Select(LIST).where("NOT withheld && ?", withheld)
			.where("account = ?", account.isEmpty() ? null : account)
			.where("petition_id = ?", filter.petition())
			.where("channel = any(?)",
					(channels != null && !channels.isEmpty()) ? channels.stream().map(Enum::name).toArray(String[]::new)
							: null)
			.where("received_by = ?", filter.receivedBy())
			.where("area = ?", filter.area())
			.where("category = ?", filter.category())
			.where("state = ?", filter.state())
			.where("received_on >= ?", filter.receivedFrom())
			.where("received_on <= ?", filter.receivedTo())
			.page(this.database, request, SORTS, Receipts::row);
	}

	Mono<Receipt> byId(UUID id) {
		return this.database.sql(BY_ID).bind(0, id).map(this::receipt).one();
	}

	/**
	 * The latest receipts of some persons.
	 */
	Mono<List<Receipt>> ofPersons(Collection<String> identities) {
		return identities.isEmpty() ? Mono.just(List.of())
				: this.database.sql(OF_PERSONS)
					.bind(0, identities.toArray(String[]::new))
					.map(this::receipt)
					.all()
					.collectList();
	}

	Mono<List<String>> known(Collection<String> numbers) {
		return this.database.sql("SELECT number FROM petition_receipt WHERE number = any($1)")
			.bind(0, numbers.toArray(String[]::new))
			.map((row) -> required(row, "number", String.class))
			.all()
			.collectList();
	}

	Mono<String> nextNumber(int year) {
		return this.database.sql(LOCK_NUMBERS)
			.bind(0, year)
			.fetch()
			.rowsUpdated()
			.then(this.database.sql(NEXT_NUMBER)
				.bind(0, "XFJ-" + year + "-")
				.map((row) -> required(row, "number", String.class))
				.one());
	}

	/**
	 * Keeps new receipts.
	 * @param slip the digest by which a receipt's slip is found; null for none
	 */
	Mono<Void> insert(List<Receipt> receipts, Function<Receipt, @Nullable String> slip) {
		return this.database.sql(INSERT)
			.bind(0, all(receipts, UUID[]::new, Receipt::id))
			.bind(1, all(receipts, String[]::new, Receipt::number))
			.bind(2, all(receipts, UUID[]::new, Receipt::petition))
			.bind(3, all(receipts, String[]::new, (receipt) -> receipt.said().channel().name()))
			.bind(4, all(receipts, LocalDate[]::new, (receipt) -> receipt.said().receivedOn()))
			.bind(5, all(receipts, String[]::new, Receipt::receivedBy))
			.bind(6, all(receipts, String[]::new, (receipt) -> receipt.said().area()))
			.bind(7, all(receipts, Integer[]::new, (receipt) -> receipt.said().persons()))
			.bind(8, all(receipts, String[]::new,
					(receipt) -> String.join(",", SameMatter.identities(receipt.said(), this.vault))))
			.bind(9, all(receipts, String[]::new, Receipt::account))
			.bind(10, receipts.stream().map(slip).toArray(String[]::new))
			.bind(11, all(receipts, Boolean[]::new, Receipt::sample))
			.bind(12, all(receipts, String[]::new, this::content))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The matter of a slip that was not used before; it is used by this, and its receipt
	 * is the account's from then on.
	 */
	Mono<UUID> claimed(String slip, String account) {
		return this.database.sql(CLAIMED)
			.bind(0, slip)
			.bind(1, account)
			.map((row) -> required(row, "petition_id", UUID.class))
			.one();
	}

	/**
	 * Whether a slip can be used, without using it.
	 */
	Mono<Boolean> isOpen(String slip) {
		return this.database.sql("SELECT id FROM petition_receipt WHERE slip = $1 AND NOT slip_used")
			.bind(0, slip)
			.map((row) -> true)
			.one()
			.defaultIfEmpty(false);
	}

	Mono<Long> failures(String account, Duration within) {
		return this.database.sql(FAILURES)
			.bind(0, account)
			.bind(1, (double) within.toSeconds())
			.map((row) -> required(row, "failures", Long.class))
			.one();
	}

	/**
	 * Notes a wrong key, and forgets those of yesterday.
	 */
	Mono<Void> failed(String account) {
		return this.database
			.sql("DELETE FROM petition_claim_failure WHERE account = $1 AND at < clock_timestamp() - interval '1 day'")
			.bind(0, account)
			.fetch()
			.rowsUpdated()
			.then(this.database.sql("INSERT INTO petition_claim_failure (account) VALUES ($1)")
				.bind(0, account)
				.fetch()
				.rowsUpdated())
			.then();
	}

	/**
	 * Counts letters and visits received in some days.
	 * @param by an SQL expression of this package's own, never a caller's
	 */
	Mono<List<Figure.Count>> count(String receivedBy, LocalDate from, LocalDate to, String by) {
		return this.database.sql(COUNT.formatted(by))
			.bind(0, receivedBy)
			.bind(1, from)
			.bind(2, to)
			.map((row) -> new Figure.Count(required(row, "grouped", String.class), required(row, "value", Long.class)))
			.all()
			.collectList();
	}

	private String content(Receipt receipt) {
		return HexFormat.of()
			.formatHex(this.vault.seal(this.json.writeValueAsString(receipt.said()), place(receipt.id())));
	}

	private Receipt receipt(Readable row) {
		UUID id = required(row, "id", UUID.class);
		String said = this.vault.open(required(row, "content", byte[].class), place(id));
		return new Receipt(id, required(row, "number", String.class), required(row, "petition_id", UUID.class),
				required(row, "received_by", String.class), required(row, "account", String.class),
				required(row, "sample", Boolean.class), this.json.readValue(said, PetitionAction.Registration.class));
	}

	private static Receipt.Row row(Readable row) {
		String category = row.get("category", String.class);
		return new Receipt.Row(required(row, "id", UUID.class), required(row, "number", String.class),
				required(row, "petition_id", UUID.class), required(row, "code", String.class),
				PetitionState.valueOf(required(row, "state", String.class)),
				Channel.valueOf(required(row, "channel", String.class)), required(row, "received_on", LocalDate.class),
				required(row, "received_by", String.class), required(row, "area", String.class),
				required(row, "persons", Integer.class), (category != null) ? Category.valueOf(category) : null,
				required(row, "sample", Boolean.class));
	}

	private static String place(UUID id) {
		return "petition_receipt/" + id + "/content";
	}

	private static <T> T[] all(List<Receipt> receipts, IntFunction<T[]> array, Function<Receipt, T> value) {
		return receipts.stream().map(value).toArray(array);
	}

}
