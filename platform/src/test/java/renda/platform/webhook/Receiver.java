package renda.platform.webhook;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's system that receives webhooks, and is down at times.
 */
final class Receiver implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Message> taken = new CopyOnWriteArrayList<>();

	private final List<Message> refused = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private volatile int status = 200;

	Receiver() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive().aggregate().asString().flatMap((body) -> {
				int now = this.status;
				Message message = new Message(request.requestHeaders().copy(), body);
				(now < 300 ? this.taken : this.refused).add(message);
				return response.status(now).sendString(Mono.just("answer " + now)).then();
			}))
			.bindNow();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port() + "/hook?token=hidden";
	}

	void answers(int status) {
		this.status = status;
	}

	List<Message> taken() {
		return List.copyOf(this.taken);
	}

	List<Message> refused() {
		return List.copyOf(this.refused);
	}

	List<Integer> numbers() {
		return this.taken.stream().map((message) -> message.json().get("data").path("number").asInt()).toList();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * What came in.
	 */
	record Message(HttpHeaders headers, String body) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		String id() {
			return this.headers.get("webhook-id");
		}

		/**
		 * Whether one of its signatures is by a secret.
		 */
		boolean isSignedWith(String secret) {
			String expected = Signature.of(id(), Long.parseLong(this.headers.get("webhook-timestamp")), this.body,
					List.of(secret));
			return List.of(this.headers.get("webhook-signature").split(" ")).contains(expected);
		}

	}

}
