/**
 * Votes (表决): ballots of a meeting on items of its adopted agenda, open and secret, their
 * counting, announcement and result sheets.
 */
@NullMarked
package renda.legislation.ballot;

import org.jspecify.annotations.NullMarked;
