package renda.legislation.contact;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.Ledgers;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * The contact points, as other features ask for them.
 */
@Service
public class ContactPoints {

	public static final Ledger<ContactPoint> LEDGER = new Ledger<>("contact-points", "contact-point",
			"/api/v1/legislation/contact-points", ContactPoint.class,
			Text.of("基层立法联系点", "Grassroots legislative contact points"), Set.of(Role.LEGISLATIVE_OFFICE), Set.of());

	private final Ledgers ledgers;

	ContactPoints(Ledgers ledgers) {
		this.ledgers = ledgers;
	}

	/**
	 * A contact point, whether it works or not; empty where there is none.
	 */
	public Mono<ContactPoint> byId(UUID id) {
		return this.ledgers.byId(LEDGER, id).map(LedgerEntry::line);
	}

	/**
	 * A contact point that works on a day; empty where there is none, or it does not.
	 */
	public Mono<ContactPoint> activeOn(UUID id, LocalDate day) {
		return byId(id).filter((point) -> point.activeOn(day));
	}

}
