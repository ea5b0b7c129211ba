package renda.platform.webhook;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.platform.store.Rows;
import renda.platform.web.Text;

/**
 * Where events are pushed to.
 *
 * @param id the webhook's id
 * @param owner the subject of the token that made it
 * @param url where to post
 * @param description the owner's words
 * @param types the types wanted; a trailing * stands for any ending; empty: all
 * @param state whether it delivers
 * @param reason why it stopped by itself
 * @param failingSince since when the receiver has taken nothing
 * @param nextAttemptAt when it is tried again
 * @param previousSecretUntil until when the secret before is used as well
 * @param secret the secret, only in the answers that make one
 * @param version the version
 * @param createdAt when it was made
 * @param modifiedAt when it was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Webhook(UUID id, String owner, String url, String description, List<String> types, State state,
		@Nullable Text reason, @Nullable OffsetDateTime failingSince, @Nullable OffsetDateTime nextAttemptAt,
		@Nullable OffsetDateTime previousSecretUntil, @Nullable String secret, long version, OffsetDateTime createdAt,
		OffsetDateTime modifiedAt) {

	static Webhook of(Readable row) {
		String zh = row.get("reason_zh", String.class);
		String en = row.get("reason_en", String.class);
		OffsetDateTime failingSince = row.get("failing_since", OffsetDateTime.class);
		State state = State.valueOf(Rows.required(row, "state", String.class));
		return new Webhook(Rows.required(row, "id", UUID.class), Rows.required(row, "owner", String.class),
				Rows.required(row, "url", String.class), Rows.required(row, "description", String.class),
				List.of(Rows.required(row, "types", String[].class)), state,
				(zh != null && en != null) ? Text.of(zh, en) : null, failingSince,
				(state == State.ACTIVE && failingSince != null) ? row.get("next_attempt_at", OffsetDateTime.class)
						: null,
				row.get("previous_until", OffsetDateTime.class), null, Rows.required(row, "version", Long.class),
				Rows.required(row, "created_at", OffsetDateTime.class),
				Rows.required(row, "modified_at", OffsetDateTime.class));
	}

	Webhook withSecret(String shown) {
		return new Webhook(this.id, this.owner, this.url, this.description, this.types, this.state, this.reason,
				this.failingSince, this.nextAttemptAt, this.previousSecretUntil, shown, this.version, this.createdAt,
				this.modifiedAt);
	}

	/**
	 * Whether a webhook delivers.
	 */
	enum State {

		/** It delivers. */
		ACTIVE,
		/** Its owner has stopped it. */
		PAUSED,
		/** It stopped by itself; set it to ACTIVE to go on where it stopped. */
		FAILING

	}

	/**
	 * A new webhook.
	 *
	 * @param url http or https
	 * @param types types, or beginnings that end in *; missing or empty: all
	 * @param description what it is for
	 * @param fromBeginning whether to deliver all events there ever were; else only those
	 * from now on
	 */
	record Registration(@NotBlank @Size(max = 2000) String url, @Nullable List<String> types,
			@Nullable @Size(max = 200) String description, @Nullable Boolean fromBeginning) {
	}

	/**
	 * A changed webhook.
	 *
	 * @param url http or https
	 * @param types types, or beginnings that end in *; missing or empty: all
	 * @param description what it is for
	 * @param state ACTIVE or PAUSED; missing: as it is
	 */
	record Change(@NotBlank @Size(max = 2000) String url, @Nullable List<String> types,
			@Nullable @Size(max = 200) String description, @Nullable State state) {
	}

}
