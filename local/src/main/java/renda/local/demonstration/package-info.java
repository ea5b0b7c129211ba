/** The part of the demonstration that is made up when it is loaded: always the same. */
@NullMarked
package renda.local.demonstration;

import org.jspecify.annotations.NullMarked;
