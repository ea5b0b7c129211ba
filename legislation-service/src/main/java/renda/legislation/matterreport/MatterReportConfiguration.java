package renda.legislation.matterreport;

import java.time.Duration;
import java.time.Period;

import renda.platform.work.Workers;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The work that opens reports.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatterReportConfiguration.Settings.class)
class MatterReportConfiguration {

	@Bean
	SmartInitializingSingleton matterWork(Workers workers, MatterOpening opening, Settings settings) {
		return () -> workers.worker("matter-opening", settings.every(), opening::round);
	}

	/**
	 * How reports on major matters are opened.
	 *
	 * @param ahead how long before its last day a report is opened
	 * @param every how often it is looked for those that come
	 */
	@ConfigurationProperties("renda.matters")
	record Settings(@DefaultValue("P3M") Period ahead, @DefaultValue("1m") Duration every) {
	}

}
