package renda.platform.web;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import renda.platform.security.Endpoints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;

/**
 * The conventions of the API.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
public class WebConfiguration {

	/**
	 * Strict input: what is unknown, of another type or said twice is refused rather than
	 * guessed.
	 */
	@Bean
	JsonMapperBuilderCustomizer strictJson() {
		return (builder) -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.addModule(new CleanStrings());
	}

	/**
	 * Past and future are those of the city, wherever the machine stands.
	 */
	@Bean
	ValidationConfigurationCustomizer daysOfTheCity(Clock clock) {
		return (configuration) -> configuration.clockProvider(() -> clock);
	}

	@Bean
	@ConditionalOnMissingBean
	Problems problems(JsonMapper json, MeterRegistry meters) {
		return new Problems(json, meters);
	}

	/**
	 * Caches on the way tell the compressed answers from the others.
	 */
	@Bean
	WebFilter variesByEncoding() {
		return (exchange, chain) -> {
			ServerHttpResponse response = exchange.getResponse();
			response.beforeCommit(() -> {
				response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
				return Mono.empty();
			});
			return chain.filter(exchange);
		};
	}

	@Bean
	DescribedOperations describedOperations(Endpoints endpoints) {
		return new DescribedOperations(endpoints);
	}

	@Bean
	DescribedService describedService(@Value("${renda.service}") String service) {
		return new DescribedService(service);
	}

	@Bean
	Correlation correlation() {
		return new Correlation();
	}

	@Bean
	@Order(-2)
	ProblemHandler problemHandler(Problems problems) {
		return new ProblemHandler(problems);
	}

	@Bean
	WebFluxConfigurer argumentResolvers(ProxySettings proxies) {
		return new WebFluxConfigurer() {
			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new ArgumentResolvers(new ClientAddress(proxies)));
			}
		};
	}

}
