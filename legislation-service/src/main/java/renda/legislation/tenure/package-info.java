/**
 * Holding the post (任职), from the vote on: announcement, notice, filing, certificate
 * (任命书), oath and commitment, until the post is left; and who holds what follows.
 */
@NullMarked
package renda.legislation.tenure;

import org.jspecify.annotations.NullMarked;
