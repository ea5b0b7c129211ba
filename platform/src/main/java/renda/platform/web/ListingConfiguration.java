package renda.platform.web;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * How lists are answered.
 */
@Configuration(proxyBeanMethods = false)
public class ListingConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Listings listings(DatabaseClient database, JsonMapper json) {
		return new DefaultListings(new Tombstones(database), new ExportFormats(json));
	}

	/**
	 * The link to the next page is made from the request.
	 */
	@Bean
	@ConditionalOnMissingBean
	ServerWebExchangeContextFilter exchangeContext() {
		return new ServerWebExchangeContextFilter();
	}

	@Bean
	WebFluxConfigurer exportWriter() {
		return new WebFluxConfigurer() {
			@Override
			public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
				configurer.customCodecs().register(new ExportWriter());
			}
		};
	}

}
