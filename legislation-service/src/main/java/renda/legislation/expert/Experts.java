package renda.legislation.expert;

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
 * The experts of the legislative advisory committee, as other features ask for them.
 */
@Service
public class Experts {

	static final String PATH = "/api/v1/legislation/experts";

	static final Ledger<Expert> LEDGER = new Ledger<>("experts", "expert", PATH, Expert.class,
			Text.of("立法咨询委员会专家", "Experts of the legislative advisory committee"), Set.of(Role.LEGISLATIVE_OFFICE),
			Set.of(), Set.of(Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR));

	private final Ledgers ledgers;

	Experts(Ledgers ledgers) {
		this.ledgers = ledgers;
	}

	/**
	 * An expert, whether the appointment holds or not; empty where there is none.
	 */
	public Mono<Expert> byId(UUID id) {
		return this.ledgers.byId(LEDGER, id).map(LedgerEntry::line);
	}

}
