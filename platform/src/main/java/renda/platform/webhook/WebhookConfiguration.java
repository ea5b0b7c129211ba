package renda.platform.webhook;

import java.time.Clock;

import renda.platform.command.Commands;
import renda.platform.event.EventLog;
import renda.platform.event.FeedClock;
import renda.platform.security.Vault;
import renda.platform.web.Listings;
import renda.platform.work.Workers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * How webhooks are kept and delivered.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WebhookController webhookController(Commands commands, DatabaseClient database, Vault vault, Listings listings,
			WebhookSettings settings, @Value("${renda.service}") String service) {
		return new WebhookController(commands, new Webhooks(database, vault), listings, settings,
				new AddressGuard(settings.allowPrivate()), "/api/v1/" + service + "/webhooks");
	}

	@Bean
	@ConditionalOnMissingBean
	Dispatcher webhookDispatcher(DatabaseClient database, Vault vault, EventLog log, FeedClock feed, Clock clock,
			WebhookSettings settings, Workers workers, @Value("${renda.service}") String service) {
		return new Dispatcher(new Deliveries(database, vault, settings), log, feed,
				new Sender(new AddressGuard(settings.allowPrivate()), settings, clock), settings, "/api/v1/" + service,
				workers);
	}

}
