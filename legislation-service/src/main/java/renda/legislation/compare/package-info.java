/** Comparison of two legal texts by article (条文对照). */
@NullMarked
package renda.legislation.compare;

import org.jspecify.annotations.NullMarked;
