/**
 * Appointments and dismissals (任免), one person and one act a case (人次): from the
 * nomination to the certificate and the oath, acting posts, resignations and removals.
 */
@NullMarked
package renda.legislation.appointment;

import org.jspecify.annotations.NullMarked;
