package renda.gateway.edge;

import java.time.Duration;
import java.util.List;

import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Lets web pages of the configured origins call the API; of no other.
 */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

	@Bean
	@Order(-200)
	WebFilter crossOriginFilter(EdgeSettings settings) {
		CorsConfiguration allowed = new CorsConfiguration();
		allowed.setAllowedOriginPatterns(settings.allowedOrigins());
		allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
		allowed.setAllowedHeaders(List.of("*"));
		allowed.setExposedHeaders(List.of("ETag", "Link", "Location", "Retry-After", "RateLimit", "RateLimit-Policy",
				"Content-Disposition", EdgeHeaders.CORRELATION));
		allowed.setMaxAge(Duration.ofHours(1));
		CorsProcessor processor = new DefaultCorsProcessor();
		boolean any = !settings.allowedOrigins().isEmpty();
		return (exchange, chain) -> {
			if (!CorsUtils.isCorsRequest(exchange.getRequest())) {
				return chain.filter(exchange);
			}
			boolean preflight = CorsUtils.isPreFlightRequest(exchange.getRequest());
			if (!any || allowed.checkOrigin(exchange.getRequest().getHeaders().getOrigin()) == null) {
				// a browser keeps the answer from the page; other programs may send what
				// they like
				return preflight ? Mono.error(new Refused(Problem.foreignOrigin())) : chain.filter(exchange);
			}
			return (!processor.process(allowed, exchange) || preflight) ? Mono.empty() : chain.filter(exchange);
		};
	}

}
