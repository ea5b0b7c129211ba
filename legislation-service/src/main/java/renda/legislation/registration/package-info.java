/**
 * How texts and acts get into the register: from files, by hand, and from the acts made
 * in this service.
 */
@NullMarked
package renda.legislation.registration;

import org.jspecify.annotations.NullMarked;
