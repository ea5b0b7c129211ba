/**
 * A text as it was given, read for the register: its words, who made it, what kind it is,
 * and what it tells of its own history.
 */
@NullMarked
package renda.legislation.source;

import org.jspecify.annotations.NullMarked;
