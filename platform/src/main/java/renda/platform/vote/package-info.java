/**
 * How votes are decided: of whom which share must be for it, who must be there, and the
 * outcome with its explanation. It knows no meetings and keeps nothing.
 */
@NullMarked
package renda.platform.vote;

import org.jspecify.annotations.NullMarked;
