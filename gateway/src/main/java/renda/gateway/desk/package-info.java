/**
 * What waits for the caller, what is due and what changed, over all services.
 */
@NullMarked
package renda.gateway.desk;

import org.jspecify.annotations.NullMarked;
