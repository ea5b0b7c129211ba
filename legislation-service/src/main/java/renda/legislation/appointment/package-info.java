/**
 * Appointments and dismissals (任免) by the standing committee: what it does at its
 * meetings, acting posts, resignations and removals included. Here the table of all steps
 * of a {@code personnel} matter is put together, from its {@code nomination} or
 * {@code election} to the {@code tenure}, and the cases are kept, listed and imported.
 */
@NullMarked
package renda.legislation.appointment;

import org.jspecify.annotations.NullMarked;
