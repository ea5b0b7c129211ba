/**
 * Plain registers (台账): a line is entered, put right with a reason, removed with a
 * tombstone, listed, exported, imported and counted. What a line is, a record says;
 * everything else is here, once.
 */
@NullMarked
package renda.legislation.ledger;

import org.jspecify.annotations.NullMarked;
