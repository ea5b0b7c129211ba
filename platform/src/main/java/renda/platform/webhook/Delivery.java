package renda.platform.webhook;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.platform.store.Rows;

/**
 * One message to one receiver.
 *
 * @param id the delivery's id
 * @param kind why it is sent
 * @param messageId the header {@code webhook-id}: the event's id, the same in every
 * attempt
 * @param type the event's type
 * @param state how it stands
 * @param attempts how often it was sent
 * @param firstAttemptAt when it was first sent
 * @param lastAttemptAt when it was last sent
 * @param nextAttemptAt when it is sent next
 * @param status the receiver's last status
 * @param excerpt the beginning of its last answer
 * @param problem why it did not answer
 * @param modifiedAt when this last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delivery(UUID id, Kind kind, UUID messageId, String type, State state, int attempts,
		@Nullable OffsetDateTime firstAttemptAt, @Nullable OffsetDateTime lastAttemptAt,
		@Nullable OffsetDateTime nextAttemptAt, @Nullable Integer status, @Nullable String excerpt,
		Sender.@Nullable Problem problem, OffsetDateTime modifiedAt) {

	static Delivery of(Readable row) {
		String problem = row.get("problem", String.class);
		return new Delivery(Rows.required(row, "id", UUID.class),
				Kind.valueOf(Rows.required(row, "kind", String.class)), Rows.required(row, "message_id", UUID.class),
				Rows.required(row, "type", String.class), State.valueOf(Rows.required(row, "state", String.class)),
				Rows.required(row, "attempts", Integer.class), row.get("first_attempt_at", OffsetDateTime.class),
				row.get("last_attempt_at", OffsetDateTime.class), row.get("next_attempt_at", OffsetDateTime.class),
				row.get("status", Integer.class), row.get("excerpt", String.class),
				(problem != null) ? Sender.Problem.valueOf(problem) : null,
				Rows.required(row, "modified_at", OffsetDateTime.class));
	}

	/**
	 * Why a message is sent.
	 */
	enum Kind {

		/** An event, in its turn. */
		EVENT,
		/** An event again, because the owner asked. */
		RESEND,
		/** A message without an event, because the owner asked. */
		TEST

	}

	/**
	 * How a delivery stands.
	 */
	enum State {

		/** It is sent, or sent again. */
		PENDING,
		/** The receiver answered 2xx. */
		DELIVERED,
		/** It was not taken and is not sent again. */
		FAILED

	}

	/**
	 * The filter of the list.
	 *
	 * @param state how it stands
	 */
	record Filter(@Nullable State state) {
	}

}
