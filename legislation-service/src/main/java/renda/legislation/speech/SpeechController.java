package renda.legislation.speech;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.sitting.Convened;
import renda.legislation.sitting.Convened.Phase;
import renda.legislation.sitting.Sitting.Form;
import renda.legislation.sitting.Sittings;
import renda.legislation.speech.Speeches.Ruling;
import renda.legislation.speech.Speeches.Speech;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.rule.RuleBook;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What members say at a meeting: written down by the office or the member, confirmed by
 * whoever spoke, and public with the meeting.
 */
@RestController
@RequestMapping(Sittings.PATH + "/{id}/speeches")
@Tag(name = "meetings")
class SpeechController {

	private final Sittings sittings;

	private final Speeches speeches;

	private final Members members;

	private final Commands commands;

	private final Listings listings;

	private final RuleBook rules;

	private final Clock clock;

	SpeechController(Sittings sittings, Speeches speeches, Members members, Commands commands, Listings listings,
			RuleBook rules, Clock clock) {
		this.sittings = sittings;
		this.speeches = speeches;
		this.members = members;
		this.commands = commands;
		this.listings = listings;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Lists speeches: what speakers have confirmed once the meeting is published, the own
	 * ones before, and all for those who act in the meeting.
	 */
	@Public
	@GetMapping
	@Operation(summary = "发言 · Speeches", description = "Filters: item, member, form, state; q searches the words.")
	Mono<ResponseEntity<Object>> list(@PathVariable UUID id, @ParameterObject @ModelAttribute Speeches.Filter filter,
			ListRequest request, Caller caller) {
		return this.sittings.known(id, caller)
			.flatMap((meeting) -> self(meeting, caller).map((member) -> List.of(member.id()))
				.defaultIfEmpty(List.of())
				.flatMap((own) -> this.listings.restricted(request, "speeches",
						(page) -> this.speeches.find(id, filter, meeting.acts(), own, page))));
	}

	/**
	 * Writes a speech down: the office anybody's, a member the own. 409 unless the
	 * meeting is open, or closed and not published yet; 400 for an item that is not on
	 * its agenda, somebody who is no member, or a speech of nobody; 422 MTG-25, MTG-26
	 * (河南常委会工作条例 第十三条, 全国人大常委会议事规则 第四十四条) for one that was too long, unless it is told
	 * whether it was extended or stopped.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.MEMBER, Role.DEPUTY, Role.CHAIR })
	@PostMapping
	@Operation(summary = "记录发言 · Write a speech down")
	Mono<ResponseEntity<Speech>> write(@PathVariable UUID id, @Valid @RequestBody SpeechGiven body, Command command) {
		Caller caller = command.caller();
		return this.commands.run(command, body,
				() -> this.sittings.known(id, caller)
					.doOnNext(SpeechController::requireRunning)
					.doOnNext((meeting) -> requireItem(meeting, body.item()))
					.flatMap((meeting) -> speaker(meeting, body, caller))
					.flatMap((speaker) -> spoken(id, body, speaker))
					.delayUntil(this.speeches::insert)
					.map((speech) -> Answer.created(Sittings.PATH + "/" + id + "/speeches", speech.version(),
							subject(speech), speech)));
	}

	/**
	 * Confirms a speech, with the words as they are to be published: by whoever spoke, or
	 * by the office for those who have no vote. 403 to others; 409 where it is decided;
	 * 412 when stale.
	 */
	@Allowed({ Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.GENERAL_OFFICE })
	@PostMapping("/{speech}/confirm")
	@Operation(summary = "确认发言 · Confirm a speech; If-Match required")
	Mono<ResponseEntity<Speech>> confirm(@PathVariable UUID id, @PathVariable UUID speech,
			@Valid @RequestBody(required = false) @Nullable SpeechConfirmed body, Command command) {
		return changed(id, speech, (body != null) ? body : "", command, false, (found) -> found.in(
				Speeches.State.CONFIRMED,
				(body != null && body.text() != null && !body.text().isBlank()) ? body.text().strip() : found.text(),
				""));
	}

	/**
	 * Keeps a speech from being published: by whoever spoke, or by the office, which says
	 * why. 403 to others; 409 where it is decided; 412 when stale.
	 */
	@Allowed({ Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.GENERAL_OFFICE })
	@PostMapping("/{speech}/withhold")
	@Operation(summary = "不予公开 · Keep a speech from being published; If-Match required")
	Mono<ResponseEntity<Speech>> withhold(@PathVariable UUID id, @PathVariable UUID speech,
			@Valid @RequestBody SpeechWithheld body, Command command) {
		return changed(id, speech, body, command, true,
				(found) -> found.in(Speeches.State.WITHHELD, found.text(), body.reason().strip()));
	}

	private Mono<ResponseEntity<Speech>> changed(UUID id, UUID speech, Object body, Command command, boolean office,
			UnaryOperator<Speech> change) {
		Caller caller = command.caller();
		return this.commands.run(command, body,
				() -> this.sittings.known(id, caller)
					.doOnNext(SpeechController::requireRunning)
					.flatMap(
							(meeting) -> Mono.zip(
									this.speeches.one(id, speech)
										.switchIfEmpty(Mono.error(() -> Refusal
											.notFound(Text.of("没有这篇发言。", "There is no such speech.")))),
									self(meeting, caller).map(Member::id).defaultIfEmpty(new UUID(0, 0)),
									Mono.just(meeting.office())))
					.flatMap((found) -> {
						Speech before = found.getT1();
						boolean own = found.getT2().equals(before.member());
						if (!own && !(found.getT3() && (office || before.member() == null))) {
							return Mono.error(Refusal.forbidden(Text.of("由发言人本人确认。", "Whoever spoke confirms it.")));
						}
						if (before.state() != Speeches.State.DRAFT) {
							return Mono.error(Refusal.conflict("decided-already",
									Text.of("已确认或者不予公开。", "It is decided already.")));
						}
						return this.speeches.update(change.apply(before), command.requiredVersion())
							.filter(Boolean::booleanValue)
							.switchIfEmpty(Mono.error(() -> Refusal.stale(before.version())));
					})
					.then(Mono.defer(() -> this.speeches.one(id, speech)))
					.map((after) -> Answer.changed(after.version(), subject(after), after)));
	}

	/**
	 * The speech with the limit of its day, which holds for members; reports and
	 * explanations of others have none.
	 */
	private Mono<Speech> spoken(UUID meeting, SpeechGiven given, Speaker speaker) {
		LocalDate on = Objects.requireNonNullElseGet(given.saidOn(), () -> LocalDate.now(this.clock));
		Speech speech = new Speech(Ids.next(), meeting, given.item(), speaker.member(), speaker.name(), speaker.organ(),
				on, given.form(), given.minutes(), null, null, given.text().strip(), Speeches.State.DRAFT, null, 1);
		UUID member = speaker.member();
		Integer minutes = given.minutes();
		if (member == null || minutes == null) {
			return Mono.just(speech);
		}
		UUID item = given.item();
		Mono<Boolean> again = (item != null) ? this.speeches.hasSpoken(meeting, item, member) : Mono.just(false);
		return Mono.zip(this.rules.on(on), again).map((known) -> {
			SpeechLimit limit = SpeechLimit.of(given.form(), known.getT2(), known.getT1());
			boolean over = minutes > limit.minutes();
			if (over && given.ruling() == null) {
				throw limit.refused(minutes, given.form(), known.getT1());
			}
			return speech.within(limit.minutes(), over ? given.ruling() : null);
		});
	}

	private Mono<Member> self(Convened meeting, Caller caller) {
		return this.members.ofAccount(meeting.body(), caller.subject(), LocalDate.now(this.clock));
	}

	private Mono<Speaker> speaker(Convened meeting, SpeechGiven given, Caller caller) {
		if (!meeting.office()) {
			return self(meeting, caller).map((member) -> new Speaker(member.id(), member.name(), null))
				.switchIfEmpty(Mono.error(
						() -> Refusal.forbidden(Text.of("您不是本次会议的组成人员（代表）。", "You are no member of this meeting."))));
		}
		UUID member = given.member();
		if (member != null) {
			return this.members.byIds(List.of(member))
				.flatMapIterable((found) -> found)
				.filter((found) -> found.body() == meeting.body())
				.next()
				.map((found) -> new Speaker(found.id(), found.name(), null))
				.switchIfEmpty(Mono.error(() -> Refusal.invalid("/member",
						Text.of("不是本次会议的组成人员（代表）。", "Nobody of this meeting has this id."))));
		}
		String name = Given.orEmpty(given.speaker());
		return name.isEmpty()
				? Mono.error(Refusal.invalid("/speaker", Text.of("须给出发言人。", "Say who spoke: member or speaker.")))
				: Mono.just(new Speaker(null, name, given.organ()));
	}

	private static void requireRunning(Convened meeting) {
		if (meeting.phase() != Phase.OPEN && meeting.phase() != Phase.CLOSED) {
			throw Refusal
				.conflict("wrong-state",
						Text.of("会议举行中或者闭会后、公布前方可记录发言。",
								"Speeches are written down while the meeting is open, and until it is published."))
				.with("state", meeting.state());
		}
	}

	private static void requireItem(Convened meeting, @Nullable UUID item) {
		if (item != null && !meeting.items().contains(item)) {
			throw Refusal.invalid("/item", Text.of("议程没有此项目。", "The agenda has no such item."));
		}
	}

	private static String subject(Speech speech) {
		return "meeting/" + speech.meeting() + "/speech/" + speech.id();
	}

	/**
	 * A speech to write down.
	 *
	 * @param member the member who spoke; the caller's own for a member
	 * @param speaker the name of somebody who spoke without a vote
	 * @param organ the organ that such a speaker spoke for
	 * @param minutes how long it was
	 * @param ruling where it was longer than a speech may be, what whoever presided did
	 */
	record SpeechGiven(@Nullable UUID item, @Nullable UUID member, @Nullable @Size(max = 60) String speaker,
			@Nullable @Size(max = 100) String organ, @Nullable @PastOrPresent LocalDate saidOn, @NotNull Form form,
			@Nullable @Positive @Max(600) Integer minutes, @Nullable Ruling ruling,
			@NotBlank @Size(max = 20_000) String text) {
	}

	/**
	 * A confirmation.
	 *
	 * @param text the words as they are to be published; as written down unless told
	 */
	record SpeechConfirmed(@Nullable @Size(max = 20_000) String text) {
	}

	/**
	 * Why a speech is not published.
	 */
	record SpeechWithheld(@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * Who spoke.
	 */
	private record Speaker(@Nullable UUID member, String name, @Nullable String organ) {
	}

}
