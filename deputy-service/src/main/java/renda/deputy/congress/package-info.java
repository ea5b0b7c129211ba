/** Congresses of three levels with their terms, and the units that elect to them. */
@NullMarked
package renda.deputy.congress;

import org.jspecify.annotations.NullMarked;
