package renda.platform.ingest;

import java.io.Closeable;
import java.util.Iterator;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file one after another; it never holds more than one.
 */
interface RowSource extends Iterator<RawRow>, Closeable {

	/**
	 * The columns of the file, where it names them once for all rows; null where each row
	 * names its own.
	 */
	@Nullable Set<String> columns();

}
