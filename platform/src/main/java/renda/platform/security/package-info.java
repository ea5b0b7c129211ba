/** Who is calling and what they may do: OAuth 2 resource server, roles, areas, organs. */
@NullMarked
package renda.platform.security;

import org.jspecify.annotations.NullMarked;
