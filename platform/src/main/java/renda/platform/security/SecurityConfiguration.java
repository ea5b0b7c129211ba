package renda.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.web.Problems;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every service checks tokens itself; the gateway is no excuse. It is stateless: no
 * session, no request cache, no login form.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WebFluxRegistrations oneLookup() {
		return new WebFluxRegistrations() {
			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new OneLookup();
			}
		};
	}

	@Bean
	Endpoints endpoints(RequestMappingHandlerMapping requestMappingHandlerMapping) {
		return new Endpoints(requestMappingHandlerMapping);
	}

	@Bean
	@ConditionalOnMissingBean
	Vault vault(SecuritySettings settings) {
		return new Vault(settings.encryptionKey());
	}

	@Bean
	@ConditionalOnMissingBean
	Mandates noMandates() {
		return Mono::just;
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveJwtDecoder jwtDecoder(SecuritySettings settings) {
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwkSetUri())
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.build();
		decoder.setJwtValidator(validator(settings));
		return new RememberingJwtDecoder(decoder);
	}

	static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings) {
		List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
		validators.add(new JwtTimestampValidator());
		validators.add(new JwtIssuerValidator(settings.issuer()));
		validators.add(new JwtClaimValidator<>(JwtClaimNames.EXP, (expiry) -> expiry != null));
		validators
			.add(new JwtClaimValidator<String>(JwtClaimNames.SUB, (subject) -> subject != null && !subject.isBlank()));
		return new DelegatingOAuth2TokenValidator<>(validators);
	}

	@Bean
	SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http, Endpoints endpoints, Problems problems,
			ReactiveJwtDecoder decoder, Mandates mandates) {
		ServerAuthenticationEntryPoint unauthenticated = (exchange, failure) -> problems.write(exchange, Refusal
			.of(HttpStatus.UNAUTHORIZED, "unauthenticated", Text.of("请携带有效的访问令牌。", "Send a valid access token.")));
		ServerAccessDeniedHandler denied = (exchange, failure) -> endpoints.handler(exchange)
			.map((handler) -> forbidden(endpoints.admission(handler).roles()))
			.defaultIfEmpty(forbidden(Set.of()))
			.flatMap((refusal) -> problems.write(exchange, refusal));
		return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.exceptionHandling(
					(handling) -> handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
			.authorizeExchange((exchange) -> exchange.anyExchange().access(new EndpointAuthorization(endpoints)))
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(unauthenticated)
				.jwt((jwt) -> jwt.jwtDecoder(decoder)
					.jwtAuthenticationConverter((token) -> mandates.held(CallerAuthentication.caller(token))
						.map(CallerAuthentication::new))))
			.build();
	}

	/**
	 * Names the roles that may: whoever is refused knows whom to ask.
	 */
	private static Refusal forbidden(Set<Role> roles) {
		List<String> needed = roles.stream().map(Role::claim).sorted().toList();
		if (needed.isEmpty()) {
			return Refusal.forbidden(Text.of("您的角色不能进行此操作。", "Your roles do not allow this."));
		}
		return Refusal.forbidden(Text.of("您的角色不能进行此操作；须为：%s。",
				"Your roles do not allow this; one of these is needed: %s.", String.join(", ", needed)))
			.with("roles", needed);
	}

}
