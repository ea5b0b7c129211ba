/**
 * Answers that the services call public, kept in memory for as long as they allow.
 */
@NullMarked
package renda.gateway.cache;

import org.jspecify.annotations.NullMarked;
