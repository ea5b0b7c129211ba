package renda.deputy.roster;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Vault;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The personal data kept, each value sealed for its own place.
 */
@Repository
class PersonalRecords {

	/**
	 * Sealed values travel as base64; empty text stands for none.
	 */
	private static final String PUT = """
			INSERT INTO deputy_private (deputy_id, phone, id_number, birth_date, digest)
			SELECT id, decode(nullif(phone, ''), 'base64'), decode(nullif(id_number, ''), 'base64'),
			       decode(nullif(birth_date, ''), 'base64'), digest
			FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
			     AS entry (id, phone, id_number, birth_date, digest)
			ON CONFLICT (deputy_id) DO UPDATE
			SET phone = excluded.phone, id_number = excluded.id_number, birth_date = excluded.birth_date,
			    digest = excluded.digest""";

	private final DatabaseClient database;

	private final Vault vault;

	PersonalRecords(DatabaseClient database, Vault vault) {
		this.database = database;
		this.vault = vault;
	}

	/**
	 * Keeps personal data.
	 * @param all the data by seat, none of them empty
	 */
	Mono<Void> put(Map<UUID, PersonalData> all) {
		if (all.isEmpty()) {
			return Mono.empty();
		}
		List<Map.Entry<UUID, PersonalData>> entries = List.copyOf(all.entrySet());
		return this.database.sql(PUT)
			.bind(0, entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
			.bind(1, sealed(entries, "phone", PersonalData::phone))
			.bind(2, sealed(entries, "id-number", PersonalData::idNumber))
			.bind(3, sealed(entries, "birth-date", PersonalData::birthDate))
			.bind(4, entries.stream().map((entry) -> digest(entry.getValue())).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * A keyed digest of personal data; empty for none.
	 */
	String digest(PersonalData data) {
		return data.isEmpty() ? "" : this.vault.index(data.whole());
	}

	Mono<PersonalData> of(UUID id) {
		return this.database.sql("SELECT phone, id_number, birth_date FROM deputy_private WHERE deputy_id = $1")
			.bind(0, id)
			.map((row) -> {
				String birthDate = open(row, "birth_date", place(id, "birth-date"));
				return new PersonalData(open(row, "phone", place(id, "phone")),
						open(row, "id_number", place(id, "id-number")),
						(birthDate != null) ? LocalDate.parse(birthDate) : null);
			})
			.one()
			.defaultIfEmpty(new PersonalData(null, null, null));
	}

	private String[] sealed(List<Map.Entry<UUID, PersonalData>> entries, String column,
			Function<PersonalData, @Nullable Object> value) {
		return entries.stream().map((entry) -> {
			Object plain = value.apply(entry.getValue());
			return (plain == null) ? "" : Base64.getEncoder()
				.encodeToString(this.vault.seal(plain.toString(), place(entry.getKey(), column)));
		}).toArray(String[]::new);
	}

	private @Nullable String open(Readable row, String column, String place) {
		ByteBuffer sealed = row.get(column, ByteBuffer.class);
		if (sealed == null) {
			return null;
		}
		byte[] bytes = new byte[sealed.remaining()];
		sealed.get(bytes);
		return this.vault.open(bytes, place);
	}

	private static String place(UUID id, String column) {
		return "deputy/" + id + "/" + column;
	}

}
