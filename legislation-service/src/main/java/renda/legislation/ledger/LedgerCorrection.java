package renda.legislation.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What is right, and why it was not before.
 *
 * @param <R> the record of the line
 * @param reason why
 * @param line the whole line as it is to be
 */
public record LedgerCorrection<R extends Record & Line>(@NotBlank @Size(max = 500) String reason,
		@NotNull @Valid R line) {
}
