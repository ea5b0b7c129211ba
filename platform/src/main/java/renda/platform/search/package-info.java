/** Chinese full text by bigrams. */
@NullMarked
package renda.platform.search;

import org.jspecify.annotations.NullMarked;
