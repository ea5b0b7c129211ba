/** Figures: a statistic is a query with a key, a definition and a link to its records. */
@NullMarked
package renda.platform.figure;

import org.jspecify.annotations.NullMarked;
