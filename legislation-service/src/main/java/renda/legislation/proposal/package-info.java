/**
 * What the public proposes for legislation (公开征集立法项目建议): anybody, with or without an
 * account; each is answered, and the receipt finds the answer.
 */
@NullMarked
package renda.legislation.proposal;

import org.jspecify.annotations.NullMarked;
