package renda.platform.ingest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * A kind of rows that can be imported in bulk, at {@code POST
 * /api/v1/{service}/imports/{name}}. A service declares one bean for each.
 *
 * @param <R> the record a row is read into; its components are the columns, its Bean
 * Validation constraints are checked before {@link #apply}
 */
public interface ImportKind<R extends Record> {

	/**
	 * The last part of the path: {@code deputies}.
	 */
	String name();

	/**
	 * What one row is, and which columns it has, for the API's users.
	 */
	Text description();

	/**
	 * The type of a row.
	 */
	Class<R> row();

	/**
	 * Who may import.
	 */
	Set<Role> roles();

	/**
	 * Applies one batch of valid rows in the current transaction, events included. A row
	 * that is there already, by its natural key, is updated where it differs; importing
	 * the same rows again changes nothing and publishes nothing.
	 * @param rows at most 1,000 rows, each with its number in the file
	 * @param command who imports
	 * @return what became of the rows; a row that refuses is named in
	 * {@link Applied#errors} and does not hold up the others
	 */
	Mono<Applied> apply(List<Numbered<R>> rows, Command command);

	/**
	 * A row and its place.
	 *
	 * @param line the row's number in the file, from 1, without the header
	 */
	record Numbered<R extends Record>(int line, R row) {
	}

	/**
	 * What became of a batch.
	 */
	record Applied(int created, int updated, int unchanged, List<RowError> errors) {

		/** An empty batch. */
		public static final Applied NOTHING = new Applied(0, 0, 0, List.of());

		/** A row that was new. */
		public static final Applied ONE_CREATED = new Applied(1, 0, 0, List.of());

		/** A row that said something new. */
		public static final Applied ONE_UPDATED = new Applied(0, 1, 0, List.of());

		/** A row that was there already. */
		public static final Applied ONE_UNCHANGED = new Applied(0, 0, 1, List.of());

		public Applied {
			errors = List.copyOf(errors);
		}

		/**
		 * A row that was refused, with an error for each column that the refusal names.
		 */
		public static Applied refused(Numbered<?> row, Refusal refusal) {
			return new Applied(0, 0, 0, Cells.wrong(row, refusal));
		}

		/**
		 * Both together.
		 */
		public Applied plus(Applied other) {
			return new Applied(this.created + other.created, this.updated + other.updated,
					this.unchanged + other.unchanged,
					Stream.concat(this.errors.stream(), other.errors.stream()).toList());
		}

	}

	/**
	 * A row that was not taken.
	 *
	 * @param line the row's number in the file
	 * @param column the column concerned; empty for the whole row
	 * @param detail what is wrong and what would be right
	 */
	record RowError(int line, String column, Text detail) {
	}

}
