/** Legal texts: what they are made of, how they are read, compared and written out. */
@NullMarked
package renda.legislation.text;

import org.jspecify.annotations.NullMarked;
