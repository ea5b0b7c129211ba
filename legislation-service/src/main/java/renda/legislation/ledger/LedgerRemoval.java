package renda.legislation.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why an entry does not belong in its ledger.
 */
public record LedgerRemoval(@NotBlank @Size(max = 500) String reason) {
}
