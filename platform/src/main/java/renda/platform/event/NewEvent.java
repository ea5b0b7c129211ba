package renda.platform.event;

/**
 * An event to publish.
 *
 * @param type what happened, dotted and in the past: {@code regulation.repealed}
 * @param subject what it happened to: {@code regulation/018f…}; order is kept per subject
 * @param data what a reader needs to know, as JSON; no personal data
 */
public record NewEvent(String type, String subject, Object data) {
}
