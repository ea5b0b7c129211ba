/** A small service with one feature, notes, for the platform's own tests. */
@NullMarked
package renda.platform.app;

import org.jspecify.annotations.NullMarked;
