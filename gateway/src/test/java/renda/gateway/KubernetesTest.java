package renda.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one manifest of {@code deploy/kubernetes} says of another is so: names, ports,
 * labels, volumes and secrets.
 */
class KubernetesTest {

	private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

	private static final Map<String, String> VERSIONS = Map.of("Deployment", "apps/v1", "Service", "v1", "ConfigMap",
			"v1", "Namespace", "v1", "PersistentVolumeClaim", "v1", "PodDisruptionBudget", "policy/v1", "Ingress",
			"networking.k8s.io/v1", "NetworkPolicy", "networking.k8s.io/v1", "Kustomization",
			"kustomize.config.k8s.io/v1beta1");

	private static final List<Node> ALL = load();

	@Test
	void everyManifestHasItsKindVersionAndNameAndIsInTheList() throws IOException {
		for (Node one : ALL) {
			assertThat(one.text("apiVersion")).as(one.toString()).isEqualTo(VERSIONS.get(one.text("kind")));
		}
		assertThat(ALL).filteredOn((one) -> !one.is("Kustomization"))
			.allSatisfy((one) -> assertThat(one.at("metadata").text("name")).matches("[a-z][a-z0-9-]*"))
			.extracting((one) -> one.text("kind") + "/" + one.at("metadata").text("name"))
			.doesNotHaveDuplicates();
		try (Stream<Path> files = Files.list(FOLDER)) {
			assertThat(files.map((file) -> file.getFileName().toString()).filter((name) -> !name.startsWith("kustom")))
				.containsExactlyInAnyOrderElementsOf(kind("Kustomization").getFirst().texts("resources"));
		}
	}

	@Test
	void everyDeploymentSelectsItsOwnPodsAndRunsWithoutPrivileges() {
		assertThat(kind("Deployment")).hasSize(4).allSatisfy((deployment) -> {
			Node pod = deployment.at("spec", "template", "spec");
			assertThat(labels(deployment).entrySet())
				.containsAll(deployment.at("spec", "selector", "matchLabels").map().entrySet());
			assertThat(pod.at("securityContext").map()).containsEntry("runAsNonRoot", true);
			assertThat(pod.at("securityContext", "seccompProfile").text("type")).isEqualTo("RuntimeDefault");
			assertThat(pod.map()).containsEntry("automountServiceAccountToken", false);
			Node container = container(deployment);
			assertThat(container.at("securityContext").map()).containsEntry("allowPrivilegeEscalation", false)
				.containsEntry("readOnlyRootFilesystem", true);
			assertThat(container.at("securityContext", "capabilities").texts("drop")).containsExactly("ALL");
			assertThat(container.at("resources", "limits").map()).containsKey("memory");
			assertThat(container.at("resources", "requests").map()).containsKeys("memory", "cpu");
		});
	}

	@Test
	void everyProbeVolumeAndSettingOfAContainerIsThere() {
		List<String> secrets = secretKeys();
		for (Node deployment : kind("Deployment")) {
			Node pod = deployment.at("spec", "template", "spec");
			Node container = container(deployment);
			for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
				assertThat(ports(deployment).keySet()).contains(container.at(probe, "httpGet").text("port"));
			}
			assertThat(names(pod.nodes("volumes")))
				.containsExactlyInAnyOrderElementsOf(names(container.nodes("volumeMounts")));
			for (Node volume : pod.nodes("volumes")) {
				if (volume.has("persistentVolumeClaim")) {
					assertThat(named("PersistentVolumeClaim", volume.at("persistentVolumeClaim").text("claimName")))
						.hasSize(1);
				}
			}
			for (Node source : container.nodes("envFrom")) {
				assertThat(named("ConfigMap", source.at("configMapRef").text("name"))).hasSize(1);
			}
			for (Node variable : container.nodes("env")) {
				if (variable.has("valueFrom")) {
					assertThat(variable.at("valueFrom", "secretKeyRef").text("name"))
						.isEqualTo(deployment.at("metadata").text("name"));
					assertThat(secrets).contains(variable.at("valueFrom", "secretKeyRef").text("key"));
				}
				else {
					assertThat(variable.map()).containsKey("value");
				}
			}
			String metrics = deployment.at("spec", "template", "metadata", "annotations").text("prometheus.io/port");
			assertThat(ports(deployment).get("management")).hasToString(metrics);
		}
	}

	@Test
	void everyServiceBudgetAndPolicyFindsItsPodsAndTheirPorts() {
		for (Node service : kind("Service")) {
			Node deployment = one(selected(service.at("spec", "selector").map()));
			for (Node port : service.at("spec").nodes("ports")) {
				assertThat(ports(deployment)).containsEntry(port.text("targetPort"), port.map().get("port"));
			}
		}
		for (Node budget : kind("PodDisruptionBudget")) {
			assertThat(selected(budget.at("spec", "selector", "matchLabels").map())).hasSize(1);
		}
		for (Node policy : kind("NetworkPolicy")) {
			List<Node> pods = chosen(policy.at("spec", "podSelector"));
			assertThat(pods).as(policy.toString()).isNotEmpty();
			policy.at("spec")
				.nodes("ingress")
				.stream()
				.flatMap((rule) -> rule.nodes("ports").stream())
				.forEach((port) -> assertThat(pods)
					.allSatisfy((pod) -> assertThat(ports(pod)).containsKey(port.text("port"))));
		}
		for (Node ingress : kind("Ingress")) {
			Node backend = ingress.at("spec")
				.nodes("rules")
				.getFirst()
				.at("http")
				.nodes("paths")
				.getFirst()
				.at("backend", "service");
			assertThat(names(one(named("Service", backend.text("name"))).at("spec").nodes("ports")))
				.contains(backend.at("port").text("name"));
		}
	}

	@Test
	void theServicesAreWhereTheSettingsSay() {
		Map<String, Object> settings = kind("ConfigMap").getFirst().at("data").map();
		for (String service : List.of("legislation", "supervision", "deputy")) {
			String name = service + "-service";
			Object port = one(named("Service", name)).at("spec").nodes("ports").getFirst().map().get("port");
			assertThat(settings).containsEntry("RENDA_SERVICES_" + service.toUpperCase(Locale.ROOT),
					"http://" + name + ":" + port);
		}
	}

	private static List<Node> load() {
		List<Node> all = new ArrayList<>();
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (Path file : files.sorted().toList()) {
				for (Object one : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(file))) {
					all.add(new Node(one));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return all;
	}

	/**
	 * The keys of a service's Secret, as the head of the kustomization tells the
	 * operator.
	 */
	private static List<String> secretKeys() {
		try {
			Matcher keys = Pattern.compile("Secret of its name with: ([a-z0-9, -]+)\\.")
				.matcher(Files.readString(FOLDER.resolve("kustomization.yaml")));
			assertThat(keys.find()).isTrue();
			return List.of(keys.group(1).split(", "));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Node> kind(String kind) {
		return ALL.stream().filter((one) -> one.is(kind)).toList();
	}

	private static List<Node> named(String kind, String name) {
		return kind(kind).stream().filter((one) -> one.at("metadata").text("name").equals(name)).toList();
	}

	private static List<Node> selected(Map<String, Object> labels) {
		return matching((deployment) -> labels(deployment).entrySet().containsAll(labels.entrySet()));
	}

	private static List<Node> chosen(Node selector) {
		if (selector.has("matchLabels")) {
			return selected(selector.at("matchLabels").map());
		}
		Node expression = selector.nodes("matchExpressions").getFirst();
		Set<String> values = Set.copyOf(expression.texts("values"));
		List<Node> found = matching((one) -> values.contains(labels(one).get(expression.text("key"))));
		assertThat(found).hasSize(values.size());
		return found;
	}

	private static List<Node> matching(Predicate<Node> condition) {
		return kind("Deployment").stream().filter(condition).toList();
	}

	private static Map<String, Object> labels(Node deployment) {
		return deployment.at("spec", "template", "metadata", "labels").map();
	}

	private static Node container(Node deployment) {
		return one(deployment.at("spec", "template", "spec").nodes("containers"));
	}

	private static Map<String, Object> ports(Node deployment) {
		Map<String, Object> ports = new HashMap<>();
		container(deployment).nodes("ports")
			.forEach((port) -> ports.put(port.text("name"), port.map().get("containerPort")));
		return ports;
	}

	private static List<String> names(List<Node> nodes) {
		return nodes.stream().map((node) -> node.text("name")).toList();
	}

	private static Node one(List<Node> nodes) {
		assertThat(nodes).hasSize(1);
		return nodes.getFirst();
	}

	/** A piece of YAML. */
	private record Node(Object value) {

		@SuppressWarnings("unchecked")
		Map<String, Object> map() {
			return (Map<String, Object>) this.value;
		}

		boolean has(String name) {
			return map().containsKey(name);
		}

		boolean is(String kind) {
			return kind.equals(map().get("kind"));
		}

		Node at(String... path) {
			Object at = this.value;
			for (String name : path) {
				at = Objects.requireNonNull(new Node(at).map().get(name), () -> name + " is missing in " + this);
			}
			return new Node(at);
		}

		String text(String name) {
			return String.valueOf(at(name).value);
		}

		List<Node> nodes(String name) {
			return has(name) ? ((List<?>) at(name).value).stream().map(Node::new).toList() : List.of();
		}

		List<String> texts(String name) {
			return nodes(name).stream().map((node) -> String.valueOf(node.value)).toList();
		}

	}

}
