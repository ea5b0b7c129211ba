/**
 * Result sheets (表决结果单): one for each announced ballot, chained, signed, to be printed
 * and to be verified.
 */
@NullMarked
package renda.legislation.sheet;

import org.jspecify.annotations.NullMarked;
