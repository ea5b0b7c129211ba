/**
 * Clean-up rounds (专项清理): which of the city's texts a changed superior law touches, what
 * their drafting bodies found, and what was decided about each.
 */
@NullMarked
package renda.legislation.cleanup;

import org.jspecify.annotations.NullMarked;
