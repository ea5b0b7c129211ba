package renda.legislation.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * Takes lines of a ledger in bulk, one a row.
 *
 * @param <R> the record of a line
 */
public final class LedgerImport<R extends Record & Line> implements ImportKind<R> {

	private final Ledger<R> ledger;

	private final Ledgers ledgers;

	public LedgerImport(Ledger<R> ledger, Ledgers ledgers) {
		this.ledger = ledger;
		this.ledgers = ledgers;
	}

	@Override
	public String name() {
		return this.ledger.name();
	}

	@Override
	public Text description() {
		return new Text(this.ledger.title().zh() + "，一行一条；已登记而内容不同的，成为该条的新版本。", this.ledger.title().en()
				+ ", one a row; what is entered already and says something else is its next version.");
	}

	@Override
	public Class<R> row() {
		return this.ledger.type();
	}

	@Override
	public Set<Role> roles() {
		Set<Role> roles = EnumSet.copyOf(this.ledger.keepers());
		if (this.ledger.open()) {
			roles.add(Role.ADMINISTRATOR);
		}
		return roles;
	}

	@Override
	public Mono<Applied> apply(List<Numbered<R>> rows, Command command) {
		return this.ledgers.take(this.ledger, rows, command.caller());
	}

}
