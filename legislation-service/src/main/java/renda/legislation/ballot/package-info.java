/**
 * Ballots (表决): what a meeting puts to the vote, how it is opened and closed, counted,
 * announced and taken over. Casting is feature {@code voting}, what is cast lies in
 * {@code box}, the result sheets are {@code sheet}.
 */
@NullMarked
package renda.legislation.ballot;

import org.jspecify.annotations.NullMarked;
