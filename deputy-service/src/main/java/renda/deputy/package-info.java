/** The service of the deputies: who they are, and later what they do. */
@NullMarked
package renda.deputy;

import org.jspecify.annotations.NullMarked;
