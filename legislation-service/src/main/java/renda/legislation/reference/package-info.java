/**
 * The references in a legal text: to its own articles, and to other texts by title (引用).
 */
@NullMarked
package renda.legislation.reference;

import org.jspecify.annotations.NullMarked;
