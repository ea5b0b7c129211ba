/**
 * The development identity provider: one demonstration client for each role, and no
 * secret worth keeping.
 */
@NullMarked
package renda.local.identity;

import org.jspecify.annotations.NullMarked;
