package renda.platform.store;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a list, and where it goes on.
 *
 * @param <T> the type of the items
 * @param items the items in order
 * @param next where the next piece begins; empty at the end
 */
public record Slice<T>(List<T> items, Optional<Cursor> next) {
}
