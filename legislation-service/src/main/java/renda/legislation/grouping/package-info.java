/**
 * Finds near-equal comments on one article and takes them together, without comparing
 * each with all.
 */
@NullMarked
package renda.legislation.grouping;

import org.jspecify.annotations.NullMarked;
