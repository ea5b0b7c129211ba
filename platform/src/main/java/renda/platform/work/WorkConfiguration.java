package renda.platform.work;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How background work runs.
 */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Workers workers(MeterRegistry meters) {
		return new Workers(meters);
	}

}
