package renda.legislation.ledger;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands in its ledger.
 *
 * @param <R> the record of the line
 * @param id the entry's id
 * @param line what the line says; its members stand beside the others
 * @param term the term (届) it counts in; missing before the first one known
 * @param version the version, which is the {@code ETag}
 * @param modifiedAt when it was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry<R extends Record & Line>(UUID id, @JsonUnwrapped R line, @Nullable Integer term, long version,
		OffsetDateTime modifiedAt) {
}
