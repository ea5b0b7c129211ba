/** Background work: one kind of loop for all of it. */
@NullMarked
package renda.platform.work;

import org.jspecify.annotations.NullMarked;
