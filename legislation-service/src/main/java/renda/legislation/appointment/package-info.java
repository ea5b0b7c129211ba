/**
 * Appointments and dismissals (任免) by the standing committee, from the nomination to the
 * certificate and the oath; acting posts, resignations and removals. Here the table of
 * all steps of a {@code personnel} matter is put together, those of an {@code election}
 * included.
 */
@NullMarked
package renda.legislation.appointment;

import org.jspecify.annotations.NullMarked;
