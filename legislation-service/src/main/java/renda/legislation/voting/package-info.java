/**
 * Voting (投票): pressing in an open ballot, taking and casting the papers of a secret one,
 * who voted what, and how it goes, live.
 */
@NullMarked
package renda.legislation.voting;

import org.jspecify.annotations.NullMarked;
