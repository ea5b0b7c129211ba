/**
 * A bill (地方性法规案): what is proposed and by whom, its papers, how it was dealt with, what
 * came of it, and what is said with each step. Its course is
 * {@code renda.legislation.passage}, its API {@code renda.legislation.docket}.
 */
@NullMarked
package renda.legislation.bill;

import org.jspecify.annotations.NullMarked;
