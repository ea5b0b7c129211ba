/**
 * Decisions (决定) and what each did to which regulation (法规变动), with the figures that
 * count it.
 */
@NullMarked
package renda.legislation.act;

import org.jspecify.annotations.NullMarked;
