package renda.platform.security;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * All endpoints of the service and who may call them, as their annotations say. What says
 * nothing does not start.
 */
public class Endpoints implements SmartInitializingSingleton {

	private final RequestMappingHandlerMapping mapping;

	private final Map<Handler, Admission> admissions = new ConcurrentHashMap<>();

	Endpoints(RequestMappingHandlerMapping mapping) {
		this.mapping = mapping;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> silent = this.mapping.getHandlerMethods()
			.values()
			.stream()
			.filter((handler) -> isOurs(handler) && said(handler) == null)
			.map(HandlerMethod::getShortLogMessage)
			.toList();
		if (!silent.isEmpty()) {
			throw new IllegalStateException("neither @Public nor @Allowed nor @AllowedAs: " + silent);
		}
	}

	/**
	 * The table of endpoints, by path and method.
	 */
	public List<Endpoint> all() {
		return this.mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> isOurs(entry.getValue()))
			.flatMap((entry) -> rows(entry.getKey(), entry.getValue()).stream())
			.sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
			.toList();
	}

	/**
	 * The handler of an exchange, empty where there is none.
	 */
	Mono<HandlerMethod> handler(ServerWebExchange exchange) {
		return this.mapping.getHandler(exchange).ofType(HandlerMethod.class);
	}

	/**
	 * Who may call a handler, as its annotation says; what is not the platform's nor the
	 * service's, everyone.
	 */
	public Admission admission(HandlerMethod handler) {
		return this.admissions.computeIfAbsent(new Handler(handler.getBeanType(), handler.getMethod()),
				(key) -> isOurs(handler) ? Objects.requireNonNull(said(handler)) : Admission.everyone());
	}

	/**
	 * What is said of a handler; null where nothing is.
	 */
	private static @Nullable Admission said(HandlerMethod handler) {
		Method method = handler.getMethod();
		if (AnnotatedElementUtils.hasAnnotation(method, Public.class)) {
			return Admission.everyone();
		}
		Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(method, Allowed.class);
		if (allowed != null) {
			return Admission.of(new HashSet<>(Arrays.asList(allowed.value())));
		}
		AllowedAs as = AnnotatedElementUtils.findMergedAnnotation(method, AllowedAs.class);
		return (as != null && handler.createWithResolvedBean().getBean() instanceof Admits controller)
				? controller.admission(as.value()) : null;
	}

	private static boolean isOurs(HandlerMethod handler) {
		return handler.getBeanType().getName().startsWith("renda.");
	}

	private List<Endpoint> rows(RequestMappingInfo info, HandlerMethod handler) {
		Admission admission = admission(handler);
		return info.getPatternsCondition()
			.getPatterns()
			.stream()
			.flatMap((pattern) -> info.getMethodsCondition()
				.getMethods()
				.stream()
				.map((method) -> new Endpoint(HttpMethod.valueOf(method.name()).name(), pattern.getPatternString(),
						admission.open(), admission.roles())))
			.toList();
	}

	/**
	 * A handler: one method of two controllers that inherit it is two.
	 */
	private record Handler(Class<?> controller, Method method) {
	}

	/**
	 * One endpoint.
	 *
	 * @param method the HTTP method
	 * @param path the path with its variables
	 * @param open whether it needs no token
	 * @param roles who may call it; empty and not open: everyone with a token
	 */
	public record Endpoint(String method, String path, boolean open, Set<Role> roles) {

		public Endpoint {
			roles = Set.copyOf(roles);
		}

		/**
		 * Whether a caller with one role passes.
		 */
		public boolean allows(Role role) {
			return this.open || this.roles.isEmpty() || this.roles.contains(role);
		}

	}

}
