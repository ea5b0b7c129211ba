/**
 * OAuth 2 at the edge: whether a token is valid, never what it allows.
 */
@NullMarked
package renda.gateway.token;

import org.jspecify.annotations.NullMarked;
