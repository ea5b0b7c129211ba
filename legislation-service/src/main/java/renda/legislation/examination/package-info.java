/**
 * What the review of a normative document holds: the questions of the law, opinions, the
 * words that lock it, the texts of the register beside it, and how it was put right. The
 * steps are those of {@code renda.legislation.filing}.
 */
@NullMarked
package renda.legislation.examination;

import org.jspecify.annotations.NullMarked;
