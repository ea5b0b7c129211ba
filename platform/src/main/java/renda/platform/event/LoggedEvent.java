package renda.platform.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import renda.platform.store.Rows;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * An event that has its place in the feed.
 *
 * @param position the place, without gaps from 1 on; not told to readers
 * @param id the event's id
 * @param type what happened
 * @param subject what it happened to
 * @param time when
 * @param data the JSON as it was written
 */
public record LoggedEvent(long position, UUID id, String type, String subject, Instant time, String data) {

	static LoggedEvent of(Readable row) {
		return new LoggedEvent(Rows.required(row, "position", Long.class), Rows.required(row, "event_id", UUID.class),
				Rows.required(row, "type", String.class), Rows.required(row, "subject", String.class),
				Rows.required(row, "occurred_at", OffsetDateTime.class).toInstant(),
				Rows.required(row, "data", String.class));
	}

	/**
	 * Writes the event as CloudEvents 1.0 JSON; its data goes through untouched.
	 * @param source the feed's service, as path
	 */
	public void writeTo(StringBuilder json, String source) {
		json.append("{\"specversion\":\"1.0\",\"id\":\"").append(this.id).append("\",\"source\":");
		quote(json, source);
		json.append(",\"type\":");
		quote(json, this.type);
		json.append(",\"subject\":");
		quote(json, this.subject);
		json.append(",\"time\":\"").append(this.time).append("\",\"datacontenttype\":\"application/json\",\"data\":");
		json.append(this.data).append('}');
	}

	private static void quote(StringBuilder json, String text) {
		json.append('"');
		JsonStringEncoder.getInstance().quoteAsString(text, json);
		json.append('"');
	}

}
