package renda.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import renda.platform.security.SecuritySettings;
import renda.platform.work.Workers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * How events are published, read and consumed.
 */
@Configuration(proxyBeanMethods = false)
public class EventConfiguration {

	private static final Log LOG = LogFactory.getLog(EventConfiguration.class);

	private static final int LONGEST_BATCH = 16 * 1024 * 1024;

	@Bean
	@ConditionalOnMissingBean
	FeedClock feedClock(DatabaseClient database, TransactionalOperator transaction, Workers workers) {
		return new FeedClock(new Sequencer(database, transaction), workers);
	}

	@Bean
	@ConditionalOnMissingBean
	Outbox outbox(DatabaseClient database, JsonMapper json, FeedClock clock) {
		return new Outbox(database, json, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	EventLog eventLog(DatabaseClient database) {
		return new EventLog(database);
	}

	@Bean
	@ConditionalOnMissingBean
	FeedController feedController(EventLog log, FeedClock clock, @Value("${renda.service}") String service) {
		return new FeedController(new Feed(log, clock), log, "/api/v1/" + service);
	}

	@Bean
	@ConditionalOnMissingBean
	FeedConsumers feedConsumers(ObjectProvider<Subscription> subscriptions, DatabaseClient database,
			TransactionalOperator transaction, JsonMapper json, SecuritySettings security, MeterRegistry meters,
			Workers workers, Environment environment) {
		HttpClient http = HttpClient
			.create(ConnectionProvider.builder("feeds").maxConnections(16).maxIdleTime(Duration.ofSeconds(30)).build())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 3000);
		WebClient client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LONGEST_BATCH))
			.build();
		ServiceTokens tokens = new ServiceTokens(client, security);
		Checkpoints checkpoints = new Checkpoints(database);
		List<FeedConsumer> consumers = subscriptions.orderedStream()
			.flatMap((subscription) -> addresses(subscription, environment)
				.map((addresses) -> new FeedClient(client, tokens, json, addresses, subscription))
				.map((feed) -> new FeedConsumer(subscription, feed, checkpoints, transaction, workers))
				.stream())
			.toList();
		return new FeedConsumers(consumers, meters);
	}

	private static Optional<String> addresses(Subscription subscription, Environment environment) {
		String addresses = environment.getProperty("renda.services." + subscription.service(), "");
		if (addresses.isBlank()) {
			LOG.warn("%s does nothing: renda.services.%s is not set".formatted(subscription.name(),
					subscription.service()));
			return Optional.empty();
		}
		return Optional.of(addresses);
	}

}
