package renda.legislation.ledger;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import renda.platform.store.Rows;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads entries. A member that this version of the program does not know is left out, so
 * that it still reads what a newer one wrote.
 */
@Component
class EntryReader {

	private final JsonMapper json;

	EntryReader(JsonMapper json) {
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	<R extends Record & Line> LedgerEntry<R> entry(Ledger<R> ledger, Readable row) {
		return new LedgerEntry<>(Rows.required(row, "id", UUID.class), line(ledger, row),
				row.get("term", Integer.class), Rows.required(row, "version", Long.class),
				Rows.required(row, "modified_at", OffsetDateTime.class));
	}

	<R extends Record & Line> LedgerVersion<R> version(Ledger<R> ledger, Readable row) {
		return new LedgerVersion<>(Rows.required(row, "version", Long.class), line(ledger, row),
				Rows.flag(row, "removed"), Rows.text(row, "reason"), Rows.text(row, "caller_name"),
				Rows.required(row, "entered_at", OffsetDateTime.class));
	}

	private <R extends Record & Line> R line(Ledger<R> ledger, Readable row) {
		return this.json.readValue(Rows.text(row, "content"), ledger.type());
	}

	String written(Line line) {
		return this.json.writeValueAsString(line);
	}

}
