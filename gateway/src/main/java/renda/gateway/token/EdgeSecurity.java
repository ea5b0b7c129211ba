package renda.gateway.token;

import reactor.core.publisher.Mono;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * A token must be good; none is good too, since public records need none. What a token
 * allows is decided by each service.
 */
@Configuration(proxyBeanMethods = false)
class EdgeSecurity {

	@Bean
	SecurityWebFilterChain edgeSecurityFilterChain(ServerHttpSecurity http, Tokens tokens) {
		ServerAuthenticationEntryPoint refuse = (exchange, ex) -> Mono.error(new Refused(Problem.unauthorized()));
		return http.csrf(CsrfSpec::disable)
			.formLogin(FormLoginSpec::disable)
			.httpBasic(HttpBasicSpec::disable)
			.logout(LogoutSpec::disable)
			.requestCache(RequestCacheSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.authorizeExchange((any) -> any.anyExchange().permitAll())
			.oauth2ResourceServer(
					(server) -> server.authenticationEntryPoint(refuse).jwt((jwt) -> jwt.jwtDecoder(tokens)))
			.build();
	}

}
