package renda.platform.security;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.support.StaticApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OneLookupTest {

	private final OneLookup mapping = new OneLookup();

	@BeforeEach
	void mapThings() {
		StaticApplicationContext context = new StaticApplicationContext();
		context.registerSingleton("things", Things.class);
		context.refresh();
		this.mapping.setApplicationContext(context);
		this.mapping.afterPropertiesSet();
	}

	@Test
	void findsTheHandlerOnceAndItsVariables() {
		ServerWebExchange exchange = exchange(MockServerHttpRequest.get("/things/7"));
		Mono<Object> first = this.mapping.getHandler(exchange);
		assertThat(first.block()).isInstanceOfSatisfying(HandlerMethod.class,
				(handler) -> assertThat(handler.getMethod().getName()).isEqualTo("one"));
		assertThat(this.mapping.getHandler(exchange)).isSameAs(first);
		assertThat(this.mapping.getHandler(exchange).block()).isSameAs(first.block());
		assertThat(exchange.<Map<String, String>>getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
			.containsEntry("id", "7");
	}

	@Test
	void looksAgainWhereAFilterHasChangedThePathOrTheMethod() {
		ServerWebExchange exchange = exchange(MockServerHttpRequest.get("/things/7"));
		assertThat(name(exchange)).isEqualTo("one");
		assertThat(name(exchange.mutate().request((request) -> request.path("/others")).build())).isEqualTo("others");
		ServerWebExchange deleting = exchange.mutate().request((request) -> request.method(HttpMethod.DELETE)).build();
		assertThatThrownBy(() -> name(deleting)).isInstanceOf(MethodNotAllowedException.class);
		assertThatThrownBy(() -> name(deleting)).isInstanceOf(MethodNotAllowedException.class);
		assertThat(name(exchange)).isEqualTo("one");
	}

	@Test
	void remembersThatThereIsNone() {
		ServerWebExchange exchange = exchange(MockServerHttpRequest.get("/nothing"));
		Mono<Object> none = this.mapping.getHandler(exchange);
		assertThat(none.blockOptional()).isEmpty();
		assertThat(this.mapping.getHandler(exchange)).isSameAs(none);
	}

	private String name(ServerWebExchange exchange) {
		return ((HandlerMethod) this.mapping.getHandler(exchange).block()).getMethod().getName();
	}

	private static ServerWebExchange exchange(MockServerHttpRequest.BaseBuilder<?> request) {
		return MockServerWebExchange.from(request);
	}

	@RestController
	static class Things {

		@GetMapping("/things/{id}")
		String one(@PathVariable String id) {
			return id;
		}

		@GetMapping("/others")
		String others() {
			return "";
		}

	}

}
