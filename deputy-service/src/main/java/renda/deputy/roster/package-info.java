/** The roster: each seat from election to its end, personal data apart. */
@NullMarked
package renda.deputy.roster;

import org.jspecify.annotations.NullMarked;
