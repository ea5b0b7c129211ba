/**
 * How a bill passes (立法程序): the declaration of its course, step by step in the order of
 * the statute, with what the law asks of each step and the clocks it starts. It decides
 * on what it is given, and knows no database and no request.
 */
@NullMarked
package renda.legislation.passage;

import org.jspecify.annotations.NullMarked;
