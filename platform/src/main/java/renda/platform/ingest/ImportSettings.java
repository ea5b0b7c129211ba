package renda.platform.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of bulk import.
 *
 * @param maxBytes the longest body
 * @param maxUnzipped the most bytes a workbook may hold when unzipped
 * @param maxRow the longest row, in characters
 */
@ConfigurationProperties("renda.imports")
record ImportSettings(@DefaultValue("256MB") DataSize maxBytes, @DefaultValue("2GB") DataSize maxUnzipped,
		@DefaultValue("100000") int maxRow) {
}
