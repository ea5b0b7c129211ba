/**
 * The organs that answer to the congress (一府一委两院): the government, the supervisory
 * commission, the court and the procuratorate, and by which codes tokens name them.
 */
@NullMarked
package renda.legislation.organ;

import org.jspecify.annotations.NullMarked;
