/** Comparison of two legal texts by article. */
@NullMarked
package renda.legislation.compare;

import org.jspecify.annotations.NullMarked;
