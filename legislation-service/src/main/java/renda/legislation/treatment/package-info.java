/**
 * What becomes of comments on drafts: groups and single ones answered, adoption counted,
 * and the report on it (意见采纳情况).
 */
@NullMarked
package renda.legislation.treatment;

import org.jspecify.annotations.NullMarked;
