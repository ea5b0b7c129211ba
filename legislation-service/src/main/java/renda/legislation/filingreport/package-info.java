/**
 * The yearly report on filing and review (备案审查工作情况报告): the standing committee hears it
 * every year, it is published with the catalogue, and the level above is told. Its
 * numbers are those of {@code renda.legislation.filingyear}.
 */
@NullMarked
package renda.legislation.filingreport;

import org.jspecify.annotations.NullMarked;
