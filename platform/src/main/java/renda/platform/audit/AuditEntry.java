package renda.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.platform.security.Sha256;
import renda.platform.store.Rows;

/**
 * One change that somebody made.
 *
 * @param id the entry's id
 * @param at when
 * @param caller the subject of the token
 * @param callerName the caller's name
 * @param method the HTTP method
 * @param path what was called
 * @param subject what was changed: {@code deputy/018f…}
 * @param version the version it got, if it has any
 * @param status the status answered
 * @param address where the request came from
 * @param correlationId ties together what one request did across services
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(UUID id, OffsetDateTime at, String caller, String callerName, String method, String path,
		String subject, @Nullable Long version, int status, String address, String correlationId) {

	static final String COLUMNS = """
			id, at, caller, caller_name, method, path, subject, version, status, address, correlation_id""";

	static AuditEntry of(Readable row) {
		return new AuditEntry(Rows.required(row, "id", UUID.class), Rows.required(row, "at", OffsetDateTime.class),
				Rows.required(row, "caller", String.class), Rows.required(row, "caller_name", String.class),
				Rows.required(row, "method", String.class), Rows.required(row, "path", String.class),
				Rows.required(row, "subject", String.class), row.get("version", Long.class),
				Rows.required(row, "status", Integer.class), Rows.required(row, "address", String.class),
				Rows.required(row, "correlation_id", String.class));
	}

	/**
	 * The hash of the chain after this entry: SHA-256 over the hash before and every
	 * field, each with its length before it, so that nothing can move from one field to
	 * the next.
	 */
	byte[] chained(byte[] previous) {
		MessageDigest sha256 = Sha256.begun();
		sha256.update(previous);
		long micros = ChronoUnit.MICROS.between(Instant.EPOCH, this.at.toInstant());
		for (String field : new String[] { this.id.toString(), String.valueOf(micros), this.caller, this.callerName,
				this.method, this.path, this.subject, String.valueOf(this.version), String.valueOf(this.status),
				this.address, this.correlationId }) {
			byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
			sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
			sha256.update(bytes);
		}
		return sha256.digest();
	}

	/**
	 * The filter of the list.
	 *
	 * @param subject what was changed
	 * @param caller who changed it
	 */
	record Filter(@Nullable String subject, @Nullable String caller) {
	}

}
