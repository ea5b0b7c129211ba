package renda.gateway.route;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.cloud.gateway.route.Route;

/**
 * The kinds of requests that are kept apart.
 */
enum RouteGroup {

	ORDINARY(RouteSettings::ordinary), EVENTS(RouteSettings::events), BULK(RouteSettings::bulk);

	private final Function<RouteSettings, RouteSettings.Group> settings;

	RouteGroup(Function<RouteSettings, RouteSettings.Group> settings) {
		this.settings = settings;
	}

	RouteSettings.Group of(RouteSettings all) {
		return this.settings.apply(all);
	}

	/** The kind of requests that a route is for. */
	static RouteGroup of(Route route) {
		return (RouteGroup) Objects.requireNonNull(route.getMetadata().get("group"));
	}

	/** The service that a route leads to. */
	static String service(Route route) {
		return (String) Objects.requireNonNull(route.getMetadata().get("service"));
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
