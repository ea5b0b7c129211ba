package renda.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;

/**
 * Reads the feed for those who ask, and lets them wait at its end. Readers who wait for
 * the same are answered by one query.
 */
class Feed {

	private final EventLog log;

	private final FeedClock clock;

	private final ConcurrentMap<Question, Mono<List<LoggedEvent>>> asked = new ConcurrentHashMap<>();

	Feed(EventLog log, FeedClock clock) {
		this.log = log;
		this.clock = clock;
	}

	/**
	 * The events after one.
	 * @param lastEventId the last one the reader has; null: from the beginning
	 * @param roles the reader's roles
	 * @param patience how long to wait where there is none yet
	 * @return the events in order; empty at the end of the feed
	 */
	Mono<List<LoggedEvent>> after(@Nullable UUID lastEventId, TypeFilter types, List<String> roles, int limit,
			Duration patience) {
		Mono<Long> position = (lastEventId == null) ? Mono.just(0L)
				: this.log.position(lastEventId).switchIfEmpty(Mono.error(() -> unknown(lastEventId)));
		return position.flatMap((from) -> this.log.after(from, types, roles, limit).flatMap((events) -> {
			if (!events.isEmpty()) {
				return Mono.just(events);
			}
			Mono<List<LoggedEvent>> found = this.clock.now().flatMap((end) -> {
				Question question = new Question(end, from, types, roles, limit);
				return (end > from)
						? ask(question).flatMap((late) -> late.isEmpty() ? waitFor(question) : Mono.just(late))
						: waitFor(question);
			});
			return patience.isZero() ? this.clock.now().flatMap((end) -> this.log.after(from, types, roles, limit))
					: found.timeout(patience, Mono.just(List.of())).defaultIfEmpty(List.of());
		}));
	}

	private Mono<List<LoggedEvent>> waitFor(Question question) {
		return this.clock.beyond(question.end()).flatMap((end) -> {
			Question next = new Question(end, question.from(), question.types(), question.roles(), question.limit());
			return ask(next).flatMap((events) -> events.isEmpty() ? waitFor(next) : Mono.just(events));
		});
	}

	private Mono<List<LoggedEvent>> ask(Question question) {
		return this.asked.computeIfAbsent(question,
				(key) -> this.log.after(key.from(), key.types(), key.roles(), key.limit())
					.doFinally((signal) -> this.asked.remove(key))
					.cache());
	}

	private static Refusal unknown(UUID id) {
		return Refusal.of(HttpStatus.BAD_REQUEST, "unknown-event", Text.of("事件流中没有事件 %s；请不带 lastEventId 从头读取。",
				"The feed has no event %s; read from the beginning, without lastEventId.", id));
	}

	/**
	 * What is asked, and how far the feed was then: a later question must not get an
	 * earlier answer.
	 */
	private record Question(long end, long from, TypeFilter types, List<String> roles, int limit) {
	}

}
