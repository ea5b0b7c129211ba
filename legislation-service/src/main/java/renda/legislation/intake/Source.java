package renda.legislation.intake;

import java.util.List;

import renda.platform.web.Text;

/**
 * Files to import, read one after the other.
 */
interface Source extends AutoCloseable {

	/**
	 * The names of the files, in order.
	 */
	List<String> names();

	/**
	 * Reads one file.
	 * @param index its place among the names
	 */
	Content read(int index);

	@Override
	void close();

	/**
	 * What a file holds.
	 */
	sealed interface Content {

		/** Its bytes. */
		record Bytes(byte[] bytes) implements Content {
		}

		/** Why it is not read. */
		record Unreadable(Text reason) implements Content {
		}

	}

}
