/**
 * Lists of persons who are voted on with one paper (名单): of appointments that may be
 * voted on together (合并表决), or of candidates who stand for a post, with the terms of that
 * election.
 */
@NullMarked
package renda.legislation.slate;

import org.jspecify.annotations.NullMarked;
