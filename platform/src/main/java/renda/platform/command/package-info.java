/** One change, one transaction: idempotency, preconditions, audit. */
@NullMarked
package renda.platform.command;

import org.jspecify.annotations.NullMarked;
