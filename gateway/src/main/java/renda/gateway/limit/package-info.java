/**
 * How many requests one client may send.
 */
@NullMarked
package renda.gateway.limit;

import org.jspecify.annotations.NullMarked;
