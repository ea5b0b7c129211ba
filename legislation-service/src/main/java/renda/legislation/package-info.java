/**
 * The legislation service: the regulation register and, on it, the committee's lawmaking.
 */
@NullMarked
package renda.legislation;

import org.jspecify.annotations.NullMarked;
