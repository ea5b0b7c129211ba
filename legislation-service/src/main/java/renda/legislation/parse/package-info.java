/**
 * How a file becomes a legal text, in this order: its bytes ({@code SourceBytes}), its
 * lines ({@code Lines}), title and head note and body told apart ({@code Front},
 * {@code Contents}), the days of the head note ({@code HeadNote}), what each line of the
 * body is ({@code BodyReader}, by {@code Label} and {@code Structure}), lost line breaks
 * and numbers ({@code GluedArticles}, {@code Numbering}), and the tree of it
 * ({@code Tree}). {@code LegalTextReader} goes through all of it.
 */
@NullMarked
package renda.legislation.parse;

import org.jspecify.annotations.NullMarked;
