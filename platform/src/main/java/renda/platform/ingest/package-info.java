/** Bulk import of rows and of files. */
@NullMarked
package renda.platform.ingest;

import org.jspecify.annotations.NullMarked;
