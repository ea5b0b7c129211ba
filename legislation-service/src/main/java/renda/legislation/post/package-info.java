/**
 * Posts that the congress and its standing committee fill (职务), by which rule, and who
 * holds them (任职), by date.
 */
@NullMarked
package renda.legislation.post;

import org.jspecify.annotations.NullMarked;
