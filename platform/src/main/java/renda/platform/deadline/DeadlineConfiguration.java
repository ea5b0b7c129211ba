package renda.platform.deadline;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import renda.platform.event.Outbox;
import renda.platform.web.Listings;
import renda.platform.work.Workers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * How clocks are kept, listed and watched.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
public class DeadlineConfiguration {

	private static final Duration RECOUNT = Duration.ofHours(1);

	private static final Duration COUNT = Duration.ofMinutes(1);

	@Bean
	@ConditionalOnMissingBean
	WorkingDays workingDays(DeadlineSettings settings) throws IOException {
		return WorkingDays.read(settings.calendar().getInputStream());
	}

	@Bean
	@ConditionalOnMissingBean
	Deadlines deadlines(DatabaseClient database, JsonMapper json, WorkingDays days, Clock clock) {
		return new Deadlines(database, json, days, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	Notices deadlineNotices(DatabaseClient database) {
		return new Notices(database);
	}

	@Bean
	@ConditionalOnMissingBean
	DeadlineController deadlineController(Deadlines deadlines, WorkingDays days, Listings listings, Clock clock) {
		return new DeadlineController(deadlines, days, listings, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	Escalation deadlineEscalation(DatabaseClient database, TransactionalOperator transaction, Deadlines deadlines,
			DeadlineSettings settings, Outbox outbox, Clock clock) {
		return new Escalation(database, transaction, deadlines.rows(), settings, outbox, clock);
	}

	@Bean
	SmartInitializingSingleton deadlineWork(Workers workers, Escalation escalation, Deadlines deadlines,
			TransactionalOperator transaction, DatabaseClient database, DeadlineSettings settings, Clock clock,
			MeterRegistry meters) {
		OverdueGauge gauge = new OverdueGauge(database, clock, meters);
		return () -> {
			workers.worker("deadline-escalation", settings.every(), escalation::round);
			workers.worker("deadline-recount", RECOUNT, () -> transaction.transactional(deadlines.recount()));
			workers.worker("deadline-count", COUNT, gauge::round);
		};
	}

}
