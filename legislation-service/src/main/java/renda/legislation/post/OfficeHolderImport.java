package renda.legislation.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes those in bulk who hold posts since before the platform. Somebody who holds the
 * post already is left as is.
 */
@Component
class OfficeHolderImport implements ImportKind<Holding.OfficeHolderRow> {

	private final Posts posts;

	private final Holdings holdings;

	private final Clock clock;

	OfficeHolderImport(Posts posts, Holdings holdings, Clock clock) {
		this.posts = posts;
		this.holdings = holdings;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "office-holders";
	}

	@Override
	public Text description() {
		return Text.of("现任人员，一行一人一职；post 为职务代码，须已登记。",
				"Who holds which post, one a row; post is the code of a post that is registered.");
	}

	@Override
	public Class<Holding.OfficeHolderRow> row() {
		return Holding.OfficeHolderRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.PERSONNEL_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Holding.OfficeHolderRow>> rows, Command command) {
		List<String> codes = rows.stream().map((row) -> row.row().post()).distinct().toList();
		return this.posts.byCodes(codes, LocalDate.now(this.clock)).flatMap((posts) -> {
			Map<String, Post> known = posts.stream().collect(Collectors.toMap(Post::code, Function.identity()));
			List<UUID> ids = posts.stream().map(Post::id).toList();
			return this.holdings.known(ids).flatMap((held) -> {
				Applied applied = Applied.NOTHING;
				List<Holding.Begun> begun = new ArrayList<>();
				List<Holding.Ended> ended = new ArrayList<>();
				for (Numbered<Holding.OfficeHolderRow> numbered : rows) {
					Holding.OfficeHolderRow row = numbered.row();
					Post post = known.get(row.post());
					if (post == null) {
						applied = applied.plus(new Applied(0, 0, 0, List.of(new RowError(numbered.line(), "post",
								Text.of("没有职务 %s。", "There is no post %s.", row.post())))));
					}
					else if (!held.add(post.id() + "/" + row.person() + "/" + row.since())
							|| (row.until() == null && !held.add(post.id() + "/" + row.person() + "/open"))) {
						applied = applied.plus(Applied.ONE_UNCHANGED);
					}
					else {
						begun.add(new Holding.Begun(post.id(), row.person(), row.name(),
								Boolean.TRUE.equals(row.acting()), row.since(), null, true,
								Boolean.TRUE.equals(row.sample())));
						if (row.until() != null) {
							ended.add(new Holding.Ended(post.id(), row.person(), row.until(), ""));
						}
						applied = applied.plus(Applied.ONE_CREATED);
					}
				}
				return this.holdings.begin(begun).then(this.holdings.end(ended)).thenReturn(applied);
			});
		});
	}

}
