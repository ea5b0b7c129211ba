package renda.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

import renda.local.process.Ports;

/**
 * Which copy of which application listens where, and the port of the identity provider.
 *
 * @param instances every process of the platform, the gateway last
 * @param identityPort the identity provider's port
 */
record Layout(List<Instance> instances, int identityPort) {

	/** The services by the name of their database and of their part of the API. */
	static final List<String> SERVICES = List.of("legislation", "supervision", "deputy");

	static final String GATEWAY = "gateway";

	private static final int MANAGEMENT = 10;

	private static final int NEXT_COPY = 100;

	/**
	 * One process.
	 *
	 * @param name unique: {@code legislation}, {@code legislation-2}, {@code gateway}
	 * @param part the service's name, or {@code gateway}
	 * @param port the port of its API
	 * @param managementPort the port of its health and metrics
	 */
	record Instance(String name, String part, int port, int managementPort) {

		/** The Maven module that it is built in. */
		String module() {
			return this.part.equals(GATEWAY) ? GATEWAY : this.part + "-service";
		}

		URI api() {
			return URI.create("http://127.0.0.1:" + this.port);
		}

		URI readiness() {
			return URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness");
		}

	}

	/**
	 * The ports that the options name.
	 */
	static Layout of(Options options) {
		List<Instance> instances = new ArrayList<>();
		for (int copy = 0; copy < options.copies(); copy++) {
			for (int service = 0; service < SERVICES.size(); service++) {
				int port = options.servicesPort() + service + NEXT_COPY * copy;
				instances.add(instance(SERVICES.get(service), copy, port, port + MANAGEMENT));
			}
		}
		instances.add(instance(GATEWAY, 0, options.port(), options.port() + MANAGEMENT));
		return new Layout(instances, options.identityPort());
	}

	/**
	 * Free ports, for tests.
	 */
	static Layout onFreePorts(int copies) {
		IntSupplier free = Ports::free;
		List<Instance> instances = new ArrayList<>();
		for (int copy = 0; copy < copies; copy++) {
			for (String service : SERVICES) {
				instances.add(instance(service, copy, free.getAsInt(), free.getAsInt()));
			}
		}
		instances.add(instance(GATEWAY, 0, free.getAsInt(), free.getAsInt()));
		return new Layout(instances, free.getAsInt());
	}

	Instance gateway() {
		return this.instances.getLast();
	}

	List<Instance> services() {
		return this.instances.subList(0, this.instances.size() - 1);
	}

	/**
	 * Each service's addresses, separated by commas.
	 */
	Map<String, String> addresses() {
		Map<String, String> addresses = new LinkedHashMap<>();
		services().forEach((instance) -> addresses.merge(instance.part(), instance.api().toString(),
				(some, next) -> some + "," + next));
		return addresses;
	}

	List<Integer> ports() {
		List<Integer> ports = new ArrayList<>();
		this.instances.forEach((instance) -> ports.addAll(List.of(instance.port(), instance.managementPort())));
		ports.add(this.identityPort);
		return ports;
	}

	private static Instance instance(String part, int copy, int port, int managementPort) {
		return new Instance((copy == 0) ? part : part + "-" + (copy + 1), part, port, managementPort);
	}

}
