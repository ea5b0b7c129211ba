package renda.legislation.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.member.Member.Post;
import renda.platform.city.CityProfile;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.rule.RuleBook;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(MemberController.PATH)
@Tag(name = "members", description = "名册：常委会组成人员、市人大代表（地方组织法 第四十七条）")
class MemberController {

	static final String PATH = "/api/v1/legislation/members";

	private final Roll roll;

	private final Members members;

	private final Commands commands;

	private final Listings listings;

	private final RuleBook rules;

	private final CityProfile city;

	private final Clock clock;

	MemberController(Roll roll, Members members, Commands commands, Listings listings, RuleBook rules, CityProfile city,
			Clock clock) {
		this.roll = roll;
		this.members = members;
		this.commands = commands;
		this.listings = listings;
		this.rules = rules;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Lists members of the standing committee and deputies of the congress, without their
	 * accounts.
	 */
	@Public
	@GetMapping
	@Operation(summary = "名册 · The rolls",
			description = "Filters: body, term, post, delegation, on (in office on that day), incompatible (holds a post that members may not hold); q searches names.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Roll.Filter filter, ListRequest request) {
		return this.listings.open(request, "members", (page) -> this.roll.find(filter, page));
	}

	/**
	 * The chairpersons' meeting on a day: chair, vice-chairs and secretary-general.
	 */
	@Public
	@GetMapping("/council")
	@Operation(summary = "主任会议组成人员 · The chairpersons' meeting on a day (地方组织法 第五十四条)")
	Mono<ResponseEntity<List<Member>>> council(@RequestParam(required = false) @Nullable LocalDate on) {
		return this.members.council(Objects.requireNonNullElseGet(on, () -> LocalDate.now(this.clock)))
			.map((council) -> ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic())
				.body(council));
	}

	/**
	 * One member. 404 where there is none.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "组成人员 · One member")
	Mono<ResponseEntity<Roll.Item>> one(@PathVariable UUID id) {
		return found(id).map((item) -> Reads.open(item.version(), item));
	}

	/**
	 * Enters a member of the standing committee or a deputy. 422 MTG-34 (地方组织法 第四十七条)
	 * where all seats of the committee, fixed for the term, are taken; 409 where the
	 * person is on the roll already, or the account is another's; 400 for a post of the
	 * other body.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE })
	@PostMapping
	@Operation(summary = "登记 · Enter a member")
	Mono<ResponseEntity<Roll.Item>> enter(@Valid @RequestBody Roll.Entry body, Command command) {
		return this.commands.run(command, body, () -> {
			command.caller().requireArea(this.city.code());
			body.check();
			return this.roll.known(body)
				.flatMap((known) -> Mono.<UUID>error(
						Refusal.conflict("already-entered", Text.of("此人已在名册中。", "This person is on the roll already."))
							.with("member", PATH + "/" + known.id())))
				.switchIfEmpty(Mono.defer(() -> this.roll.enter(body)))
				.flatMap(this::found)
				.map((item) -> Answer.created(PATH + "/" + item.id(), item.version(), subject(item.id()), item));
		});
	}

	/**
	 * Corrects a name, or changes post or delegation. If-Match required; 400 for a post
	 * of the other body.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE })
	@PutMapping("/{id}")
	@Operation(summary = "变更职务、代表团 · Change post or delegation; If-Match required")
	Mono<ResponseEntity<Roll.Item>> change(@PathVariable UUID id, @Valid @RequestBody MemberChange body,
			Command command) {
		return changed(id, body, command, "member.changed", (member) -> {
			Roll.Entry entry = new Roll.Entry(member.body(), member.term(), body.name(), null, null, body.post(),
					Objects.requireNonNullElse(body.delegation(), ""), member.since(), member.until(), null);
			entry.check();
			return entry.over(member);
		});
	}

	/**
	 * Ends a term of office. If-Match required; 400 for a day before the first; 409 where
	 * it has ended.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/end")
	@Operation(summary = "离任 · End of office; If-Match required")
	Mono<ResponseEntity<Roll.Item>> end(@PathVariable UUID id, @Valid @RequestBody MemberEnd body, Command command) {
		return changed(id, body, command, "member.left", (member) -> {
			if (member.until() != null) {
				throw Refusal.conflict("already-ended",
						Text.of("已于 %s 离任。", "The office ended on %s.", member.until()));
			}
			if (body.until().isBefore(member.since())) {
				throw Refusal.invalid("/until",
						Text.of("不得早于任职日期 %s。", "Not before %s, the first day in office.", member.since()));
			}
			return new Member(member.id(), member.body(), member.term(), member.name(), member.account(), member.post(),
					member.delegation(), member.since(), body.until(), member.sample(), member.version());
		});
	}

	/**
	 * Sets the subject of the person's tokens, so that the person can sign in to meetings
	 * and vote. It is shown to nobody. If-Match required; 409 where it is another's.
	 */
	@Allowed(Role.PERSONNEL_OFFICE)
	@PutMapping("/{id}/account")
	@Operation(summary = "登录标识 · Set the account; If-Match required")
	Mono<ResponseEntity<Roll.Item>> account(@PathVariable UUID id, @Valid @RequestBody MemberAccount body,
			Command command) {
		return changed(id, body, command, "member.changed",
				(member) -> new Member(member.id(), member.body(), member.term(), member.name(), body.account().strip(),
						member.post(), member.delegation(), member.since(), member.until(), member.sample(),
						member.version()));
	}

	/**
	 * Notes that a member of the committee holds a post in an administrative,
	 * supervisory, judicial or procuratorial organ, which obliges to resign from the
	 * committee; or, with an empty post, that this is over. The member stays on the roll
	 * until the resignation is accepted. If-Match required; 422 MTG-35 (地方组织法 第四十七条) for
	 * somebody who is not of the committee.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE })
	@PutMapping("/{id}/incompatible")
	@Operation(summary = "不得兼任的职务 · Note a post that obliges to resign; If-Match required (地方组织法 第四十七条)")
	Mono<ResponseEntity<Roll.Item>> incompatible(@PathVariable UUID id, @Valid @RequestBody IncompatiblePost body,
			Command command) {
		String post = body.post().strip();
		LocalDate since = Objects.requireNonNullElseGet(body.since(), () -> LocalDate.now(this.clock));
		return this.commands.run(command, body, () -> {
			command.caller().requireArea(this.city.code());
			long version = command.requiredVersion();
			return found(id).delayUntil((item) -> requireCommittee(item, since))
				.flatMap((item) -> this.roll.note(id, version, post, post.isEmpty() ? null : since))
				.then(Mono.defer(() -> found(id)))
				.map((item) -> Answer.changed(item.version(), subject(id), item));
		});
	}

	private Mono<Void> requireCommittee(Roll.Item item, LocalDate on) {
		return (item.body() == Body.STANDING_COMMITTEE) ? Mono.empty() : this.rules.on(on)
			.flatMap((set) -> Mono.error(set.refuse("MTG-35",
					Text.of("不得兼任的规定只适用于常委会组成人员。", "Only members of the standing committee may not hold such posts."),
					Map.of("body", item.body()))));
	}

	private Mono<ResponseEntity<Roll.Item>> changed(UUID id, Object body, Command command, String event,
			UnaryOperator<Member> change) {
		return this.commands.run(command, body, () -> {
			command.caller().requireArea(this.city.code());
			long version = command.requiredVersion();
			return this.members.byIds(List.of(id))
				.flatMap((found) -> found.isEmpty() ? Mono.<Member>error(unknown()) : Mono.just(found.getFirst()))
				.flatMap((member) -> this.roll.change(change.apply(member), version, event))
				.then(Mono.defer(() -> found(id)))
				.map((item) -> Answer.changed(item.version(), subject(id), item));
		});
	}

	private Mono<Roll.Item> found(UUID id) {
		return this.roll.one(id).switchIfEmpty(Mono.error(MemberController::unknown));
	}

	private static Refusal unknown() {
		return Refusal.notFound(Text.of("名册中没有此人。", "Nobody on the rolls has this id."));
	}

	private static String subject(UUID id) {
		return "member/" + id;
	}

	/**
	 * What may change about a member.
	 */
	@Schema(name = "RollChange")
	record MemberChange(@NotBlank @Size(max = 60) String name, @NotNull Post post,
			@Nullable @Size(max = 60) String delegation) {
	}

	/**
	 * The end of an office.
	 *
	 * @param until the first day no longer in office
	 */
	@Schema(name = "RollEnd")
	record MemberEnd(@NotNull LocalDate until) {
	}

	/**
	 * A post that members of the committee may not hold.
	 *
	 * @param post what it is called; empty where none is held any more
	 * @param since since when; today unless told
	 */
	record IncompatiblePost(@NotNull @Size(max = 100) String post, @Nullable LocalDate since) {
	}

	/**
	 * Whose tokens are the member's.
	 *
	 * @param account their subject; empty takes it away
	 */
	@Schema(name = "RollAccount")
	record MemberAccount(@NotNull @Size(max = 100) String account) {
	}

}
