package renda.platform.webhook;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param allowPrivate whether receivers may be on loopback, private and link-local
 * addresses; for development, and where all receivers are in one's own network
 * @param firstRetry the pause after the first failure; it doubles with each
 * @param longestRetry the longest pause
 * @param giveUpAfter how long a receiver may fail until its webhook stops
 * @param timeout how long a receiver may take to answer
 * @param overlap how long the secret before is still used after a change
 * @param kept how long finished deliveries are kept
 * @param most the most webhooks one owner may have
 */
@ConfigurationProperties("renda.webhooks")
record WebhookSettings(@DefaultValue("false") boolean allowPrivate, @DefaultValue("5s") Duration firstRetry,
		@DefaultValue("1h") Duration longestRetry, @DefaultValue("3d") Duration giveUpAfter,
		@DefaultValue("15s") Duration timeout, @DefaultValue("24h") Duration overlap,
		@DefaultValue("30d") Duration kept, @DefaultValue("20") int most) {
}
