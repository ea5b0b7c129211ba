package renda.platform.app;

import java.util.UUID;

import io.r2dbc.spi.Readable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A note.
 */
record Note(UUID id, String title, String words, long version) {

	static Note of(Readable row) {
		return new Note(row.get("id", UUID.class), row.get("title", String.class), row.get("words", String.class),
				row.get("version", Long.class));
	}

	record Input(@NotBlank @Size(max = 20) String title, @NotBlank String words) {
	}

	record Filter(String title) {
	}

}
