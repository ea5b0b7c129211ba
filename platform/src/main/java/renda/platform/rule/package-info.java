/**
 * The rule book: the rules of law the platform keeps, each with its article, its force
 * and the days it holds, and the numbers they set. What the law leaves open an
 * administrator may set differently; what it fixes nobody may.
 */
@NullMarked
package renda.platform.rule;

import org.jspecify.annotations.NullMarked;
