/**
 * What happens to a request before anything looks at it: cleaning, correlation, cheap
 * answers.
 */
@NullMarked
package renda.gateway.edge;

import org.jspecify.annotations.NullMarked;
