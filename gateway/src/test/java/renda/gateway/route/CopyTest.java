package renda.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class CopyTest {

	private static final int PROBES = 10;

	private final CircuitBreaker breaker = CircuitBreaker.of("copy",
			Upstreams.breaker(RouteGroup.ORDINARY, settings(PROBES)));

	private final Copy copy = new Copy(URI.create("http://copy:8083"), this.breaker);

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void aCopyThatSaysItCannotWorkIsLeftOut(int status) {
		calls(20).forEach((call) -> call.answered(HttpStatusCode.valueOf(status)));
		assertThat(this.copy.out()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 304, 400, 401, 404, 409, 422, 429, 500, 501 })
	void anAnswerToOneRequestSaysNothingAgainstTheCopy(int status) {
		calls(20).forEach((call) -> call.answered(HttpStatusCode.valueOf(status)));
		assertThat(this.copy.out()).isFalse();
	}

	@ParameterizedTest
	@MethodSource
	void aCopyThatCannotBeReachedOrDoesNotAnswerIsLeftOut(Throwable thrown) {
		calls(20).forEach((call) -> call.failed(thrown));
		assertThat(this.copy.out()).isTrue();
	}

	static Stream<Throwable> aCopyThatCannotBeReachedOrDoesNotAnswerIsLeftOut() {
		return Stream.of(new ConnectException(), new IOException("broken off"), ReadTimeoutException.INSTANCE,
				new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT));
	}

	@ParameterizedTest
	@MethodSource
	void theGatewaysOwnLimitsSayNothingAgainstTheCopy(Throwable thrown) {
		calls(20).forEach((call) -> call.failed(thrown));
		assertThat(this.copy.out()).isFalse();
	}

	static Stream<Throwable> theGatewaysOwnLimitsSayNothingAgainstTheCopy() {
		return Stream.of(new PoolAcquireTimeoutException(Duration.ofSeconds(2)), new Refused(Problem.tooLarge(1)));
	}

	@Test
	void clientsThatHangUpSayNothingAgainstTheCopy() {
		calls(20).forEach(Copy.Call::dropped);
		assertThat(this.copy.out()).isFalse();
	}

	@Test
	void whatAnOverloadLeftBehindSaysNothingAboutTheCopyThatIsTriedAnew() {
		List<Copy.Call> left = calls(20);
		tryAnew();
		left.forEach((call) -> call.failed(ReadTimeoutException.INSTANCE));
		assertThat(this.breaker.getState()).isEqualTo(State.HALF_OPEN);
		calls(5).forEach((call) -> call.answered(HttpStatus.OK));
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void aFewRequestsTryTheCopyAndEachIsCountedOnce() {
		tryAnew();
		List<Copy.Call> trials = calls(PROBES);
		assertThat(this.copy.call()).isNull();
		trials.getFirst().dropped();
		trials.getFirst().dropped();
		assertThat(this.copy.call()).isNotNull();
		assertThat(this.copy.call()).isNull();
		trials.subList(1, 5).forEach((call) -> {
			call.answered(HttpStatus.OK);
			call.answered(HttpStatus.OK);
		});
		assertThat(this.breaker.getState()).isEqualTo(State.HALF_OPEN);
		trials.get(5).answered(HttpStatus.OK);
		assertThat(this.breaker.getState()).isEqualTo(State.CLOSED);
	}

	@Test
	void aCopyThatIsStillUnwellIsLeftOutAgain() {
		tryAnew();
		calls(5).forEach((call) -> call.failed(new ConnectException()));
		assertThat(this.copy.out()).isTrue();
	}

	@Test
	void asManyLongPollsMayTryTheCopyAsThereAreConnections() {
		assertThat(Upstreams.breaker(RouteGroup.EVENTS, settings(PROBES)).getPermittedNumberOfCallsInHalfOpenState())
			.isEqualTo(40);
	}

	private void tryAnew() {
		this.breaker.transitionToOpenState();
		this.breaker.transitionToHalfOpenState();
	}

	private List<Copy.Call> calls(int count) {
		List<Copy.Call> calls = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Copy.Call call = this.copy.call();
			assertThat(call).isNotNull();
			calls.add(call);
		}
		return calls;
	}

	private static RouteSettings settings(int probes) {
		RouteSettings.Group group = new RouteSettings.Group(Duration.ofSeconds(10), 40, DataSize.ofMegabytes(1));
		return new RouteSettings(group, group, group, Duration.ofSeconds(1), Duration.ofSeconds(2),
				Duration.ofSeconds(20), new RouteSettings.Breaker(20, 5, 50, Duration.ofSeconds(1), probes));
	}

}
