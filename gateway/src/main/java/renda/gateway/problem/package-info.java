/**
 * What the gateway itself refuses, as RFC 9457 problems in Chinese or English.
 */
@NullMarked
package renda.gateway.problem;

import org.jspecify.annotations.NullMarked;
