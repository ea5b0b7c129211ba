package renda.platform.event;

import java.time.OffsetDateTime;

import tools.jackson.databind.JsonNode;

/**
 * An event of another service, as it came.
 *
 * @param id the event's id
 * @param type what happened: {@code regulation.repealed}
 * @param subject what it happened to: {@code regulation/018f…}
 * @param time when
 * @param data what is told about it; read only what you need and expect more to be there
 */
public record FeedEvent(String id, String type, String subject, OffsetDateTime time, JsonNode data) {

	static FeedEvent of(JsonNode event) {
		return new FeedEvent(event.path("id").asString(), event.path("type").asString(),
				event.path("subject").asString(), OffsetDateTime.parse(event.path("time").asString()),
				event.path("data"));
	}

}
