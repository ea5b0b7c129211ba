package renda.legislation.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Changes the register of posts. What was true on a past day stays readable: a renaming
 * is a new period, never an edit, and nobody is appointed again for it.
 */
@Service
class PostRegister {

	/** Why a holding ended whose post is no more. */
	static final String ABOLISHED = "BODY_ABOLISHED";

	private final Posts posts;

	private final PostKinds kinds;

	private final Holdings holdings;

	private final ObjectProvider<PostEnds> ends;

	private final RuleBook rules;

	private final Outbox outbox;

	private final Clock clock;

	PostRegister(Posts posts, PostKinds kinds, Holdings holdings, ObjectProvider<PostEnds> ends, RuleBook rules,
			Outbox outbox, Clock clock) {
		this.posts = posts;
		this.kinds = kinds;
		this.holdings = holdings;
		this.ends = ends;
		this.rules = rules;
		this.outbox = outbox;
		this.clock = clock;
	}

	Mono<Post> register(Post.Registration post) {
		UUID id = Ids.next();
		return this.posts.byCode(post.code(), post.establishedOn())
			.flatMap((known) -> Mono.<Void>error(
					Refusal.conflict("code-taken", Text.of("代码 %s 已有职务使用。", "The code %s is in use.", post.code()))))
			.then(this.kinds.all())
			.filter((all) -> all.stream().anyMatch((kind) -> kind.code().equals(post.kind())))
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/kind",
					Text.of("没有职务类别 %s，见 /post-kinds。", "There is no kind of post %s; see /post-kinds.", post.kind()))))
			.then(Mono.defer(() -> this.posts.insert(id, post)))
			.then(Mono.defer(() -> published(id, "post.established")));
	}

	/**
	 * A new name with the same duties: who holds the post goes on holding it.
	 */
	Mono<Post> rename(UUID id, long version, Post.Renaming renaming) {
		return current(id).flatMap((post) -> {
			if (!post.existsOn(renaming.from())) {
				return refused(post, renaming.from(), Text.of("更名日期须在职务存续期间。", "A post is renamed while it exists."));
			}
			return touched(post, version).then(Mono.defer(() -> this.posts.addPeriod(id, renaming)))
				.then(Mono.defer(() -> published(id, "post.renamed")));
		});
	}

	/**
	 * The end of a post: whoever holds it does not hold it any more.
	 */
	Mono<Post> abolish(UUID id, long version, Post.Abolition abolition, Caller caller) {
		return current(id).flatMap((post) -> {
			if (post.abolishedOn() != null || !abolition.on().isAfter(post.establishedOn())
					|| abolition.on().isAfter(LocalDate.now(this.clock))) {
				return refused(post, abolition.on(), Text.of("职务已经撤销，或者日期早于设立日期、晚于今天。",
						"The post has ended already, or did not exist yet on that day, or the day is still to come."));
			}
			return requireSuccessor(abolition.successor(), abolition.on()).then(touched(post, version))
				.then(Mono.defer(() -> this.posts.abolish(id, abolition.on(), abolition.successor())))
				.then(Mono.defer(() -> this.holdings.endAll(id, abolition.on(), ABOLISHED)))
				.flatMap((left) -> told(left, caller))
				.then(Mono.defer(() -> published(id, "post.abolished")));
		});
	}

	private Mono<Void> told(List<Holding.Left> left, Caller caller) {
		return Flux.fromStream(this.ends.stream()).concatMap((listener) -> listener.ended(left, caller)).then();
	}

	private Mono<Post> refused(Post post, LocalDate on, Text detail) {
		return this.rules.on(LocalDate.now(this.clock))
			.flatMap((rules) -> Mono.error(rules.refuse("APT-24", detail,
					Map.of("post", post.code(), "on", on, "establishedOn", post.establishedOn()))));
	}

	private Mono<Void> requireSuccessor(@Nullable String code, LocalDate on) {
		return (code == null) ? Mono.empty()
				: this.posts.byCode(code, on)
					.switchIfEmpty(Mono.error(() -> Refusal.invalid("/successor",
							Text.of("没有代码为 %s 的职务。", "There is no post with code %s.", code))))
					.then();
	}

	private Mono<Void> touched(Post post, long version) {
		return this.posts.touch(post.id(), version)
			.flatMap((moved) -> moved ? Mono.empty() : Mono.error(Refusal.stale(post.version())));
	}

	private Mono<Post> current(UUID id) {
		return this.posts.byId(id, LocalDate.now(this.clock))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个职务。", "There is no such post."))));
	}

	private Mono<Post> published(UUID id, String type) {
		return this.posts.byId(id, LocalDate.now(this.clock))
			.delayUntil((post) -> this.outbox.append(type, "post/" + id, Map.of("id", id, "code", post.code(), "kind",
					post.kind().code(), "organ", post.organ(), "title", post.title())));
	}

}
