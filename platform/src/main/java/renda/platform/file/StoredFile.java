package renda.platform.file;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import renda.platform.security.Caller;
import renda.platform.security.Role;

import static renda.platform.store.Rows.required;

/**
 * What is known of an attachment.
 *
 * @param id its id
 * @param name the name it was uploaded under; never part of a path
 * @param mediaType the type, sniffed from the content
 * @param size in bytes
 * @param sha256 the hash of the content, in hexadecimal
 * @param visibility who may read it
 * @param roles the roles that may read it where it is restricted
 * @param uploader who uploaded it
 * @param uploadedAt when
 */
public record StoredFile(UUID id, String name, String mediaType, long size, String sha256, Visibility visibility,
		List<String> roles, @JsonIgnore String uploader, OffsetDateTime uploadedAt) {

	/**
	 * Who may read a file.
	 */
	public enum Visibility {

		/** Everyone. */
		@JsonProperty("public")
		PUBLIC,
		/** Its uploader, and the roles it names. */
		@JsonProperty("restricted")
		RESTRICTED

	}

	boolean isReadableBy(Caller caller) {
		return this.visibility == Visibility.PUBLIC
				|| !caller.isAnonymous() && (caller.subject().equals(this.uploader) || caller.has(Role.ADMINISTRATOR)
						|| caller.roles().stream().map(Role::claim).anyMatch(this.roles::contains));
	}

	static StoredFile of(Readable row) {
		return new StoredFile(required(row, "id", UUID.class), required(row, "name", String.class),
				required(row, "media_type", String.class), required(row, "size", Long.class),
				required(row, "sha256", String.class), Visibility.valueOf(required(row, "visibility", String.class)),
				List.of(required(row, "roles", String[].class)), required(row, "uploader", String.class),
				required(row, "uploaded_at", OffsetDateTime.class));
	}

}
