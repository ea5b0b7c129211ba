/** A legal text written out: HTML, Markdown, plain text, DOCX, Akoma Ntoso. */
@NullMarked
package renda.legislation.format;

import org.jspecify.annotations.NullMarked;
