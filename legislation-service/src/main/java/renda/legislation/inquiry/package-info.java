/**
 * Letters that ask contact points for their opinions on drafts (征求意见函), and what they
 * answer.
 */
@NullMarked
package renda.legislation.inquiry;

import org.jspecify.annotations.NullMarked;
