package renda.platform.web;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> the type of the items
 * @param items the items in order
 * @param next the cursor of the next page; missing at the end
 * @param removed with {@code modifiedSince}, on its first page: what was removed since
 * @param modifiedUntil with {@code modifiedSince}: the value to send the next time;
 * nothing committed later can have changed before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next, @Nullable List<Tombstone> removed,
		@Nullable OffsetDateTime modifiedUntil) {

	/**
	 * What is left of something that was removed.
	 */
	public record Tombstone(String id, OffsetDateTime removedAt) {
	}

}
