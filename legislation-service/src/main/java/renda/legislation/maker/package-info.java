/**
 * The roll of makers (制定机关名录): the organs that are obliged to file what they make, each
 * for the days it is, so that one that files nothing is missed.
 */
@NullMarked
package renda.legislation.maker;

import org.jspecify.annotations.NullMarked;
