package renda.legislation.ledger;

import java.util.Set;

import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * A ledger: what its lines are, and who keeps and reads it.
 *
 * @param <R> the record of a line
 * @param name its name in lists, imports and tombstones: {@code awards}
 * @param singular the name of one line in events and the audit trail: {@code award}
 * @param path where it is served
 * @param type the record of a line
 * @param title what one line is
 * @param keepers who enters, puts right, takes out and imports
 * @param readers who may read it; empty: everyone
 * @param auditors who may read who changed it, and why
 */
public record Ledger<R extends Record & Line>(String name, String singular, String path, Class<R> type, Text title,
		Set<Role> keepers, Set<Role> readers, Set<Role> auditors) {

	public Ledger {
		keepers = Set.copyOf(keepers);
		readers = Set.copyOf(readers);
		auditors = Set.copyOf(auditors);
	}

	/**
	 * Whether everyone may read it.
	 */
	boolean open() {
		return this.readers.isEmpty();
	}

}
