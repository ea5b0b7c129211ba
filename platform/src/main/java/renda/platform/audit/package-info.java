/** The audit trail: an append-only hash chain. */
@NullMarked
package renda.platform.audit;

import org.jspecify.annotations.NullMarked;
