package renda.legislation.ledger;

import java.time.OffsetDateTime;

/**
 * One version of an entry: nothing that was entered vanishes.
 *
 * @param <R> the record of the line
 * @param version the version's number, from 1
 * @param line what the line said
 * @param removed whether the entry was removed with this version
 * @param reason why it was put right or removed; empty for the first
 * @param by who did it
 * @param at when
 */
public record LedgerVersion<R extends Record & Line>(long version, R line, boolean removed, String reason, String by,
		OffsetDateTime at) {
}
