/**
 * The platform on one machine: options, start order, progress and the closing banner of
 * {@code ./run}.
 */
@NullMarked
package renda.local;

import org.jspecify.annotations.NullMarked;
