package renda.supervision.organ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.event.Outbox;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Changes the register of organs. What was true on a past day stays readable: a change is
 * a new period, never an edit.
 */
@Service
class OrganRegister {

	private final Organs organs;

	private final Outbox outbox;

	private final Clock clock;

	OrganRegister(Organs organs, Outbox outbox, Clock clock) {
		this.organs = organs;
		this.outbox = outbox;
		this.clock = clock;
	}

	Mono<Organ> register(Organ.Registration organ) {
		UUID id = Ids.next();
		return this.organs.byCode(organ.code(), organ.establishedOn())
			.flatMap((known) -> Mono.<Void>error(taken(organ.code())))
			.then(requireParent(organ.parent(), organ.establishedOn()))
			.then(Mono.defer(() -> this.organs.insert(id, organ)))
			.then(Mono.defer(() -> published(id, "organ.established")));
	}

	Mono<Organ> change(UUID id, long version, Organ.Change change) {
		return current(id).flatMap((organ) -> {
			if (change.from().isBefore(organ.establishedOn())) {
				return Mono.error(Refusal.invalid("/from",
						Text.of("不能早于设立日期 %s。", "Not before it was established on %s.", organ.establishedOn())));
			}
			if (organ.code().equals(change.parent())) {
				return Mono.error(Refusal.invalid("/parent", Text.of("不能隶属于自己。", "An organ cannot belong to itself.")));
			}
			return requireParent(change.parent(), change.from()).then(touched(organ, version))
				.then(Mono.defer(() -> this.organs.addPeriod(id, change)))
				.then(Mono.defer(() -> published(id, "organ.changed")));
		});
	}

	Mono<Organ> abolish(UUID id, long version, Organ.Abolition abolition) {
		return current(id).flatMap((organ) -> {
			if (organ.abolishedOn() != null) {
				return Mono.error(Refusal.conflict("already-abolished",
						Text.of("已于 %s 撤销。", "It was abolished on %s.", organ.abolishedOn())));
			}
			if (!abolition.on().isAfter(organ.establishedOn())) {
				return Mono.error(Refusal.invalid("/on",
						Text.of("须晚于设立日期 %s。", "After it was established on %s.", organ.establishedOn())));
			}
			return requireParent(abolition.successor(), abolition.on()).then(touched(organ, version))
				.then(Mono.defer(() -> this.organs.abolish(id, abolition)))
				.then(Mono.defer(() -> published(id, "organ.abolished")));
		});
	}

	private Mono<Void> touched(Organ organ, long version) {
		return this.organs.touch(organ.id(), version)
			.flatMap((moved) -> moved ? Mono.empty() : Mono.error(Refusal.stale(organ.version())));
	}

	private Mono<Organ> current(UUID id) {
		return this.organs.byId(id, today())
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个机关。", "There is no such organ."))));
	}

	private Mono<Void> requireParent(@Nullable String code, LocalDate on) {
		if (code == null) {
			return Mono.empty();
		}
		return this.organs.byCode(code, on)
			.filter((organ) -> organ.existsOn(on))
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/parent",
					Text.of("在 %s 没有代码为 %s 的机关。", "On %s there is no organ with code %s.", on, code))))
			.then();
	}

	private Mono<Organ> published(UUID id, String type) {
		return this.organs.byId(id, today())
			.delayUntil((organ) -> this.outbox.append(type, "organ/" + id, Map.of("id", id, "code", organ.code(),
					"kind", organ.kind(), "name", organ.name(), "area", organ.area())));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static Refusal taken(String code) {
		return Refusal.conflict("code-taken", Text.of("代码 %s 已有机关使用。", "The code %s is in use.", code));
	}

}
