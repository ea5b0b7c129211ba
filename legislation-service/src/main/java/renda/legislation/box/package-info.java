/**
 * The roll and the box (名册与票箱): who is entitled, the votes of open ballots, the papers of
 * secret ones, and the keys they are signed with. It is the one place where names and
 * papers lie beside each other, so that what keeps them apart can be read at once.
 */
@NullMarked
package renda.legislation.box;

import org.jspecify.annotations.NullMarked;
