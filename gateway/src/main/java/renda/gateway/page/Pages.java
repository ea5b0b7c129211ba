package renda.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The pages a person may open: the welcome page and the API with all its services.
 */
@Configuration(proxyBeanMethods = false)
class Pages {

	private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/";

	private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

	private static final Map<String, MediaType> ASSETS = Map.of("swagger-ui.css", new MediaType("text", "css"),
			"swagger-ui-bundle.js", new MediaType("text", "javascript"), "swagger-ui-standalone-preset.js",
			new MediaType("text", "javascript"), "favicon-32x32.png", MediaType.IMAGE_PNG);

	@Bean
	RouterFunction<ServerResponse> pageRoutes() {
		RouterFunctions.Builder routes = RouterFunctions.route();
		page(routes, "/", "pages/index.html", html());
		page(routes, "/docs", "pages/docs.html", html());
		page(routes, "/docs/docs.js", "pages/docs.js", new MediaType("text", "javascript", StandardCharsets.UTF_8));
		page(routes, "/v3/api-docs/gateway", "pages/gateway.json", MediaType.APPLICATION_JSON);
		String swagger = swagger();
		ASSETS.forEach((name, type) -> page(routes, "/docs/" + name, swagger + name, type));
		page(routes, "/favicon.ico", swagger + "favicon-32x32.png", MediaType.IMAGE_PNG);
		return routes.build();
	}

	/** The folder of Swagger UI, whose name is its version. */
	private static String swagger() {
		try {
			Resource[] found = new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + SWAGGER + "*/swagger-ui.css");
			String[] path = found[0].getURL().getPath().split("/");
			return SWAGGER + path[path.length - 2] + "/";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MediaType html() {
		return new MediaType("text", "html", StandardCharsets.UTF_8);
	}

	private static void page(RouterFunctions.Builder routes, String path, String file, MediaType type) {
		Resource resource = new ClassPathResource(file);
		routes.route(RequestPredicates.path(path).and(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)),
				(request) -> ServerResponse.ok()
					.contentType(type)
					.cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
					.header("Content-Security-Policy", POLICY)
					.bodyValue(resource));
	}

}
