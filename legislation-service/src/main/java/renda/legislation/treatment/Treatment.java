package renda.legislation.treatment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Outcome;
import renda.legislation.comment.Comment.Source;
import renda.legislation.comment.Comment.Status;
import renda.legislation.comment.CommentDesk;
import renda.legislation.comment.CommentLists.CommentView;
import renda.legislation.comment.Comments;
import renda.legislation.consultation.Consultations;
import renda.legislation.consultation.ConsultedDrafts;
import renda.legislation.grouping.Grouping;
import renda.legislation.treatment.CommentGroups.GroupView;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.event.Outbox;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Says what becomes of comments, one by one or a group at a time, and puts groups right.
 */
@Service
public class Treatment {

	private final Comments comments;

	private final CommentDesk desk;

	private final CommentGroups groups;

	private final Consultations consultations;

	private final ConsultedDrafts drafts;

	private final Grouping grouping;

	private final Commands commands;

	private final Outbox outbox;

	private final Clock clock;

	Treatment(Comments comments, CommentDesk desk, CommentGroups groups, Consultations consultations,
			ConsultedDrafts drafts, Grouping grouping, Commands commands, Outbox outbox, Clock clock) {
		this.comments = comments;
		this.desk = desk;
		this.groups = groups;
		this.consultations = consultations;
		this.drafts = drafts;
		this.grouping = grouping;
		this.commands = commands;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Says what became of one comment, whatever becomes of its group.
	 */
	public Mono<ResponseEntity<CommentView>> answer(UUID id, Disposition said, Command command) {
		return this.desk.changed(id, said, command,
				(comment) -> (comment.status() == Status.RECEIVED)
						? fate(said, comment.about().consultation())
							.flatMap((fate) -> this.comments.answer(id, command.requiredVersion(), fate)
								.delayUntil((done) -> told(comment.about().consultation(), "consultation-comment/" + id,
										1, comment.article(), points(comment), fate)))
						: Mono.error(() -> CommentDesk.wrongStatus(comment)));
	}

	private static List<UUID> points(Comment comment) {
		UUID point = comment.origin().sourceId();
		return (comment.origin().source() == Source.CONTACT_POINT && point != null) ? List.of(point) : List.of();
	}

	/**
	 * Says what became of all comments of a group that have no outcome of their own.
	 */
	Mono<ResponseEntity<GroupView>> answerGroup(UUID id, Disposition said, Command command) {
		return group(id, said, command,
				(group) -> fate(said, group.consultation()).flatMap((fate) -> this.groups.answer(id, fate)
					.then(this.groups.contactPoints(id))
					.flatMap((points) -> told(group.consultation(), "comment-group/" + id, group.comments(),
							group.article(), points, fate))));
	}

	/**
	 * Puts a group into another of the same consultation.
	 */
	Mono<ResponseEntity<GroupView>> merge(UUID id, UUID into, Command command) {
		return group(id, into, command,
				(group) -> this.groups.locked(into)
					.filter((other) -> other.topic().equals(group.topic()) && !into.equals(id))
					.switchIfEmpty(Mono.error(() -> Refusal.invalid("/into",
							Text.of("不是同一次征求意见的另一组意见。", "This is no other group of the same consultation."))))
					.flatMap((other) -> this.groups.merge(id, into)));
	}

	/**
	 * Takes comments out of a group into one of their own.
	 */
	Mono<ResponseEntity<GroupView>> split(UUID id, List<UUID> taken, Command command) {
		return group(id, taken, command, (group) -> this.comments.ofGroup(id, taken).flatMap((found) -> {
			if (found.size() < taken.stream().distinct().count() || found.size() >= group.comments()) {
				return Mono.error(Refusal.invalid("/comments",
						Text.of("须为该组的部分意见。", "These are some, and not all, of the comments of the group.")));
			}
			return this.grouping.apart(group.topic(), found.stream().map(Comment::wording).toList())
				.flatMap((made) -> this.groups.move(found.stream().map(Comment::id).toList(), id, made));
		}));
	}

	private Mono<ResponseEntity<GroupView>> group(UUID id, Object said, Command command,
			Function<GroupView, Mono<Void>> change) {
		return this.commands.run(command, said,
				() -> this.groups.locked(id)
					.switchIfEmpty(Mono.error(Treatment::noGroup))
					.flatMap((known) -> (known.version() != command.requiredVersion())
							? Mono.error(() -> Refusal.stale(known.version()))
							: unreported(known.consultation()).then(Mono.defer(() -> change.apply(known))))
					.then(Mono.defer(() -> this.groups.locked(id)))
					.map((view) -> Answer.changed(view.version(), "comment-group/" + id, view)));
	}

	private Mono<Void> unreported(@Nullable UUID consultation) {
		return (consultation != null) ? this.consultations.changeable(consultation).then() : Mono.empty();
	}

	/**
	 * The outcome with the changed article, which must be there.
	 */
	private Mono<Fate> fate(Disposition said, @Nullable UUID consultation) {
		LocalDate today = LocalDate.now(this.clock);
		String article = Given.orEmpty(said.article());
		UUID draft = said.draft();
		if (draft == null) {
			return article.isEmpty() ? Mono.just(new Fate(said.outcome(), said.reason().strip(), null, "", "", today))
					: Mono.error(() -> Refusal.invalid("/draft",
							Text.of("须写明条文所在的草案。", "Say of which draft the article is.")));
		}
		Mono<Map<String, String>> articles = (consultation == null) ? this.drafts.articlesOf(draft)
				: this.consultations.one(consultation).flatMap((found) -> this.drafts.articlesOf(found, draft));
		return articles.filter((labels) -> article.isEmpty() || labels.containsKey(article))
			.map((labels) -> new Fate(said.outcome(), said.reason().strip(), draft, article,
					labels.getOrDefault(article, ""), today))
			.switchIfEmpty(Mono.error(
					() -> Refusal.invalid("/article", Text.of("后一稿中没有这一条。", "The later draft has no such article."))));
	}

	/**
	 * Tells that comments were answered, without what anybody said.
	 */
	private Mono<Void> told(@Nullable UUID consultation, String subject, int comments, String article,
			List<UUID> points, Fate fate) {
		Map<String, Object> data = new LinkedHashMap<>();
		if (consultation != null) {
			data.put("consultation", consultation);
		}
		data.put("comments", comments);
		data.put("article", article);
		data.put("outcome", fate.outcome());
		data.put("contactPoints", points);
		if (fate.changedDraft() != null) {
			data.put("changedDraft", fate.changedDraft());
			data.put("changedArticle", fate.changedArticle());
		}
		return this.outbox.append("comment.answered", subject, data);
	}

	/**
	 * What becomes of a comment or a group.
	 *
	 * @param draft the later draft that follows it
	 * @param article the article there
	 */
	@Schema(name = "CommentDisposition")
	public record Disposition(@NotNull Outcome outcome, @NotBlank @Size(max = 2_000) String reason,
			@Nullable UUID draft, @Nullable @Size(max = 100) String article) {
	}

	private static Refusal noGroup() {
		return Refusal.notFound(Text.of("没有这组意见。", "There is no such group of comments."));
	}

}
