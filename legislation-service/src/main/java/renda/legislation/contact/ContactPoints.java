package renda.legislation.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.Ledgers;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * The contact points, as other features ask for them.
 */
@Service
public class ContactPoints {

	static final String PATH = "/api/v1/legislation/contact-points";

	public static final Ledger<ContactPoint> LEDGER = new Ledger<>("contact-points", "contact-point", PATH,
			ContactPoint.class, Text.of("基层立法联系点", "Grassroots legislative contact points"),
			Set.of(Role.LEGISLATIVE_OFFICE), Set.of(),
			Set.of(Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR));

	private static final String HEARD = """
			SELECT EXISTS (SELECT FROM consultation_comment WHERE source_id = $1) AS heard""";

	private final DatabaseClient database;

	private final Ledgers ledgers;

	ContactPoints(DatabaseClient database, Ledgers ledgers) {
		this.database = database;
		this.ledgers = ledgers;
	}

	/**
	 * A contact point, whether it works or not; empty where there is none.
	 */
	public Mono<ContactPoint> byId(UUID id) {
		return this.ledgers.byId(LEDGER, id).map(LedgerEntry::line);
	}

	/**
	 * The contact points of some codes, whether they work or not; those unknown are left
	 * out.
	 */
	public Mono<Map<String, LedgerEntry<ContactPoint>>> byCodes(Collection<String> codes) {
		return this.ledgers.byKeys(LEDGER, codes);
	}

	/**
	 * Refuses to take out a contact point whose opinions are on record.
	 */
	Mono<Void> requireUnheard(UUID id) {
		return this.database.sql(HEARD)
			.bind(0, id)
			.map((row) -> Rows.flag(row, "heard"))
			.one()
			.flatMap(
					(heard) -> heard
							? Mono.error(Refusal.conflict("in-use",
									Text.of("该联系点的意见已记录在案，可以撤销（until），不能移除。",
											"What it said is on record; it may end (until), not vanish.")))
							: Mono.empty());
	}

	/**
	 * A contact point that works on a day; empty where there is none, or it does not.
	 */
	public Mono<ContactPoint> activeOn(UUID id, LocalDate day) {
		return byId(id).filter((point) -> point.activeOn(day));
	}

}
