package renda.platform.ingest;

import renda.platform.web.Text;

/**
 * A row or a file that an import did not take.
 *
 * @param place the number of the row, from 1 without the header, or the name of the file
 * @param column the column concerned; empty for the whole
 * @param detail what is wrong and what would be right
 */
public record JobError(String place, String column, Text detail) {
}
