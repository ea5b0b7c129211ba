package renda.legislation.comment;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Collected;
import renda.legislation.comment.Comment.Made;
import renda.legislation.comment.Comment.Origin;
import renda.legislation.comment.Comment.Source;
import renda.legislation.contact.ContactPoint;
import renda.legislation.contact.ContactPoints;
import renda.legislation.expert.Expert;
import renda.legislation.expert.Experts;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Says whence comments come; contact points and experts are those that are registered.
 */
@Component
class Origins {

	private final ContactPoints points;

	private final Experts experts;

	Origins(ContactPoints points, Experts experts) {
		this.points = points;
		this.experts = experts;
	}

	/**
	 * Whence a comment comes that somebody makes here. For a contact point its own staff
	 * speaks, whose accounts carry its code; 403 for others.
	 */
	Mono<Origin> of(Made said, Caller caller, LocalDate on) {
		UUID point = said.contactPoint();
		if (point != null) {
			return point(point, on, "/contactPoint").doOnNext((found) -> caller.requireOrgan(found.code()))
				.map((found) -> new Origin(Channel.ONLINE, Source.CONTACT_POINT, point, found.name(), null));
		}
		Source source = caller.has(Role.DEPUTY) ? Source.DEPUTY
				: (caller.has(Role.ORGAN) || caller.has(Role.MAKER) || caller.has(Role.COUNTY_COMMITTEE)) ? Source.ORGAN
						: Source.PUBLIC;
		return Mono
			.just(new Origin(Channel.ONLINE, source, null, (source == Source.ORGAN) ? caller.organ() : "", null));
	}

	/**
	 * Whence a comment comes that an office enters.
	 */
	Mono<Origin> of(Collected said) {
		return of(said.source(), said.sourceId(), said.sourceName(), said.meeting(), said.madeOn());
	}

	Mono<Origin> of(Source source, @Nullable UUID id, @Nullable String name, @Nullable Integer meeting,
			LocalDate madeOn) {
		String named = Given.orEmpty(name);
		if (id == null) {
			return Mono.just(new Origin(Channel.OFFLINE, source, null, named, meeting));
		}
		Mono<String> known = switch (source) {
			case CONTACT_POINT -> point(id, madeOn, "/sourceId").map(ContactPoint::name);
			case EXPERT -> this.experts.byId(id)
				.map(Expert::name)
				.switchIfEmpty(Mono
					.error(() -> Refusal.invalid("/sourceId", Text.of("没有登记这位专家。", "There is no such expert."))));
			case PUBLIC, DEPUTY, ORGAN, MEETING -> Mono.error(() -> Refusal.invalid("/sourceId",
					Text.of("仅联系点和专家按登记写明。", "Only contact points and experts are named by their registration.")));
		};
		return known.map((registered) -> new Origin(Channel.OFFLINE, source, id, registered, meeting));
	}

	private Mono<ContactPoint> point(UUID id, LocalDate on, String pointer) {
		return this.points.activeOn(id, on)
			.switchIfEmpty(Mono.error(() -> Refusal.invalid(pointer,
					Text.of("在 %s 没有这个联系点。", "On %s there is no such contact point.", on))));
	}

}
