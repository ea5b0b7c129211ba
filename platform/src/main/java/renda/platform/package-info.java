/** The platform: mechanisms that every service shares. */
@NullMarked
package renda.platform;

import org.jspecify.annotations.NullMarked;
