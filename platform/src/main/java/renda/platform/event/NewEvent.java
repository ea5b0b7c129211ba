package renda.platform.event;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.platform.security.Role;

/**
 * An event to publish.
 *
 * @param type what happened, dotted and in the past: {@code regulation.repealed}
 * @param subject what it happened to: {@code regulation/018f…}; order is kept per subject
 * @param data what a reader needs to know, as JSON; no personal data
 * @param audience the roles that may read it, any of which suffices; null: everyone
 */
public record NewEvent(String type, String subject, Object data, @Nullable Set<Role> audience) {

	public NewEvent {
		if (audience != null && audience.isEmpty()) {
			throw new IllegalArgumentException("an event that nobody may read: " + type);
		}
	}

	/**
	 * An event for everyone.
	 */
	public NewEvent(String type, String subject, Object data) {
		this(type, subject, data, null);
	}

}
