/**
 * A year of filing and review in numbers: the figures, and the report that the standing
 * committee hears.
 */
@NullMarked
package renda.legislation.filingyear;

import org.jspecify.annotations.NullMarked;
