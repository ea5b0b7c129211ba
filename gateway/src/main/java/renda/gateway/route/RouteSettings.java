package renda.gateway.route;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How requests go on to the services. The defaults are in {@code application.yml}.
 *
 * @param ordinary everything that is not one of the others
 * @param events the long poll of the event feeds, and live streams
 * @param bulk imports and files
 * @param connectTimeout how long to wait for a connection
 * @param acquireTimeout how long to wait for a free connection of the pool, or for what a
 * few requests find that try a copy
 * @param maxIdle how long an idle connection is kept; must be less than the services'
 * idle timeout
 * @param breaker when a copy of a service is left out
 */
@ConfigurationProperties("renda.gateway.route")
public record RouteSettings(Group ordinary, Group events, Group bulk, Duration connectTimeout, Duration acquireTimeout,
		Duration maxIdle, Breaker breaker) {

	/**
	 * One kind of requests.
	 *
	 * @param timeout until the first byte of the answer, and between any two
	 * @param connections the most connections to one copy of a service
	 * @param body the largest request body
	 */
	public record Group(Duration timeout, int connections, DataSize body) {

		public Group {
			if (timeout.toMillis() < 1 || connections < 1) {
				throw new IllegalArgumentException("renda.gateway.route wants a timeout and connections above 0");
			}
		}

	}

	/**
	 * When a copy of a service is left out.
	 *
	 * @param window how many of the last requests count
	 * @param minimum how many must have been made
	 * @param failures the share of failed ones, in percent, from which it is left out
	 * @param pause for how long it is left out, before it is tried again
	 * @param probes how many requests try it then
	 */
	public record Breaker(int window, int minimum, int failures, Duration pause, int probes) {
	}

}
