/**
 * The work report of a term, composed from the figures of the services.
 */
@NullMarked
package renda.gateway.report;

import org.jspecify.annotations.NullMarked;
