/**
 * What can be put before a meeting (议程、表决): a feature whose cases are dealt with at
 * meetings says so with {@link renda.legislation.agenda.Tabled}, for what they are put on
 * an agenda with {@link renda.legislation.agenda.Purpose}, and takes the outcome of a
 * vote over with {@link renda.legislation.agenda.Decided}.
 */
@NullMarked
package renda.legislation.agenda;

import org.jspecify.annotations.NullMarked;
