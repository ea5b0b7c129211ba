/**
 * What is sent in by the public (comments on drafts, proposals for projects): receipts by
 * which the answer is found without an account, sealed personal data, and who sends too
 * much.
 */
@NullMarked
package renda.legislation.sender;

import org.jspecify.annotations.NullMarked;
