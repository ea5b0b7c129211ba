/**
 * Ceremonies of the oath to the Constitution (宪法宣誓): who organises one, how it is held,
 * and who swore.
 */
@NullMarked
package renda.legislation.oath;

import org.jspecify.annotations.NullMarked;
