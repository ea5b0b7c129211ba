package renda.legislation.regulation;

import java.time.LocalDate;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.platform.store.Rows;

/**
 * A version with its text.
 *
 * @param version the version
 * @param jurisdiction the place whose regulation it is
 * @param textId the text's id; null where the register has none
 * @param structure the text as JSON; empty where there is none
 * @param links the references as JSON
 */
public record HeldText(RegulationVersion version, String jurisdiction, @Nullable UUID textId, String structure,
		String links) {

	static HeldText of(Readable row, LocalDate on) {
		return new HeldText(RegulationVersion.of(row, on), Rows.text(row, "jurisdiction"),
				row.get("text_id", UUID.class), Rows.text(row, "structure"), Rows.text(row, "links"));
	}

}
