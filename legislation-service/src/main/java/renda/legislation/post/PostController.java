package renda.legislation.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "posts", description = "职务与任职：谁提名、如何任命、何人任职，按日期（地方组织法 第三十四条、第五十条）")
class PostController {

	private final Posts posts;

	private final PostKinds kinds;

	private final Holdings holdings;

	private final PostRegister register;

	private final Commands commands;

	private final Listings listings;

	private final Clock clock;

	PostController(Posts posts, PostKinds kinds, Holdings holdings, PostRegister register, Commands commands,
			Listings listings, Clock clock) {
		this.posts = posts;
		this.kinds = kinds;
		this.holdings = holdings;
		this.register = register;
		this.commands = commands;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * The kinds of posts: who nominates, by which rule, what the standing committee does,
	 * and what follows.
	 */
	@Public
	@GetMapping("/post-kinds")
	@Operation(summary = "职务类别 · Who nominates whom, by which rule (地方组织法 第五十条)")
	Mono<List<PostKind>> kinds() {
		return this.kinds.all();
	}

	/**
	 * The posts that exist on a day.
	 */
	@Public
	@GetMapping("/posts")
	@Operation(summary = "职务列表 · The posts that exist on a day",
			description = "on: the day, today unless told. Filters: kind, organClass, organ, code, vacant; q searches titles.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Post.Filter filter, ListRequest request) {
		LocalDate on = on(filter.on());
		return this.listings.open(request, "posts", (page) -> this.posts.find(filter, on, page));
	}

	/**
	 * One post as it stands on a day.
	 */
	@Public
	@GetMapping("/posts/{id}")
	@Operation(summary = "职务 · One post as it stands on a day")
	Mono<ResponseEntity<Post>> one(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
		return this.posts.byId(id, on(on))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个职务。", "There is no such post."))))
			.map((post) -> Reads.open(post.version(), post));
	}

	/**
	 * Registers a post. 409 code-taken where the code is in use.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR })
	@PostMapping("/posts")
	@Operation(summary = "登记职务 · Register a post")
	Mono<ResponseEntity<Post>> register(@Valid @RequestBody Post.Registration body, Command command) {
		return this.commands.run(command, body,
				() -> this.register.register(body)
					.map((post) -> Answer.created("/api/v1/legislation/posts/" + post.id(), post.version(),
							subject(post.id()), post)));
	}

	/**
	 * A new name with the same duties: nobody is appointed again (APT-24). 422 APT-24 on
	 * a day on which the post does not exist.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR })
	@PostMapping("/posts/{id}/rename")
	@Operation(summary = "更名 · A new name with the same duties, from a day on; If-Match required")
	Mono<ResponseEntity<Post>> rename(@PathVariable UUID id, @Valid @RequestBody Post.Renaming body, Command command) {
		return this.commands.run(command, body, () -> this.register.rename(id, command.requiredVersion(), body)
			.map((post) -> Answer.changed(post.version(), subject(id), post)));
	}

	/**
	 * The end of a post whose organ is abolished or merged: its holders hold it no more
	 * (APT-24). 422 APT-24 where it has ended already.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE })
	@PostMapping("/posts/{id}/abolish")
	@Operation(summary = "撤销 · The end of a post, and of all who hold it; If-Match required")
	Mono<ResponseEntity<Post>> abolish(@PathVariable UUID id, @Valid @RequestBody Post.Abolition body,
			Command command) {
		return this.commands.run(command, body,
				() -> this.register.abolish(id, command.requiredVersion(), body, command.caller())
					.map((post) -> Answer.changed(post.version(), subject(id), post)));
	}

	/**
	 * Who holds which post, and since when; what is not announced yet is not in it.
	 */
	@Public
	@GetMapping("/office-holders")
	@Operation(summary = "任职名册 · Who holds which post",
			description = "Filters: post (code), kind, organ, person, acting, on (a day on which it is held); q searches names.")
	Mono<ResponseEntity<Object>> holders(@ParameterObject @ModelAttribute Holding.Filter filter, ListRequest request) {
		return this.listings.open(request, "office-holders", (page) -> this.holdings.find(filter, page));
	}

	private LocalDate on(@Nullable LocalDate day) {
		return Objects.requireNonNullElseGet(day, () -> LocalDate.now(this.clock));
	}

	private static String subject(UUID id) {
		return "post/" + id;
	}

}
