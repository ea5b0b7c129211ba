/**
 * Search in the titles and articles of the register (法规检索).
 */
@NullMarked
package renda.legislation.search;

import org.jspecify.annotations.NullMarked;
