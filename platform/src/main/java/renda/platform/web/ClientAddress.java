package renda.platform.web;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request came from. The gateway puts the address of its client into
 * {@code X-Forwarded-For}, in place of whatever the client wrote there; of anybody else
 * the header says nothing.
 */
final class ClientAddress {

	private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

	private final Pattern gateway;

	ClientAddress(ProxySettings settings) {
		this.gateway = settings.trustedProxies();
	}

	/**
	 * The address that a trusted peer names last, or else the peer's own.
	 */
	String of(ServerHttpRequest request) {
		String peer = (request.getRemoteAddress() != null) ? request.getRemoteAddress().getHostString() : "";
		List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For");
		if (forwarded.isEmpty() || !this.gateway.matcher(peer).matches()) {
			return peer;
		}
		String hops = forwarded.getLast();
		String named = hops.substring(hops.lastIndexOf(',') + 1).strip();
		return ADDRESS.matcher(named).matches() ? named : peer;
	}

}
