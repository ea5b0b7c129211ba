package renda.legislation.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes posts in bulk. A post is known by its code; a known one is left as it is.
 */
@Component
class PostImport implements ImportKind<Post.Registration> {

	private final Posts posts;

	private final PostRegister register;

	private final Clock clock;

	PostImport(Posts posts, PostRegister register, Clock clock) {
		this.posts = posts;
		this.register = register;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "posts";
	}

	@Override
	public Text description() {
		return Text.of("由人大及其常委会选举、任命、批准的职务，一行一个；kind 见 /post-kinds。",
				"Posts that the congress and its committee fill, one a row; for kind see /post-kinds.");
	}

	@Override
	public Class<Post.Registration> row() {
		return Post.Registration.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Post.Registration>> rows, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return Flux.fromIterable(rows).concatMap((row) -> one(row, today)).reduce(Applied.NOTHING, Applied::plus);
	}

	private Mono<Applied> one(Numbered<Post.Registration> row, LocalDate today) {
		return this.posts.byCode(row.row().code(), today)
			.map((known) -> Applied.ONE_UNCHANGED)
			.switchIfEmpty(Mono.defer(() -> this.register.register(row.row()).thenReturn(Applied.ONE_CREATED)))
			.onErrorResume(Refusal.class, (refusal) -> Mono.just(Applied.refused(row, refusal)));
	}

}
