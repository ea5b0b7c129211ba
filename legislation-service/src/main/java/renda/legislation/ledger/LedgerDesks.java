package renda.legislation.ledger;

import renda.platform.command.Commands;
import renda.platform.web.Listings;

import org.springframework.stereotype.Service;

/**
 * Gives each controller of a ledger its desk.
 */
@Service
public class LedgerDesks {

	private final Ledgers ledgers;

	private final Commands commands;

	private final Listings listings;

	LedgerDesks(Ledgers ledgers, Commands commands, Listings listings) {
		this.ledgers = ledgers;
		this.commands = commands;
		this.listings = listings;
	}

	public <R extends Record & Line> LedgerDesk<R> of(Ledger<R> ledger) {
		return new LedgerDesk<>(ledger, this.ledgers, this.commands, this.listings);
	}

}
