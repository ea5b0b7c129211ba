/** A copy of the titles of regulations, kept from the register's feed. */
@NullMarked
package renda.deputy.law;

import org.jspecify.annotations.NullMarked;
