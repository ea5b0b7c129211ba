package renda.legislation.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

import renda.legislation.consultation.Comment.Disposition;
import renda.legislation.consultation.Comment.Fate;
import renda.legislation.consultation.Comment.Source;
import renda.legislation.consultation.Comment.Status;
import renda.legislation.consultation.CommentGroups.GroupView;
import renda.legislation.consultation.CommentLists.CommentView;
import renda.legislation.sender.Contact;
import renda.legislation.sender.Senders;
import renda.platform.audit.AuditTrail;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.event.Outbox;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * What the office does with comments: lets count or not, shows or not, puts groups right,
 * and says what became of each.
 */
@Service
class CommentDesk {

	private final Comments comments;

	private final CommentLists lists;

	private final CommentGroups groups;

	private final CommentIntake intake;

	private final CarriedComments carried;

	private final Grouping grouping;

	private final Senders senders;

	private final Commands commands;

	private final Outbox outbox;

	private final AuditTrail audit;

	private final Clock clock;

	CommentDesk(Comments comments, CommentLists lists, CommentGroups groups, CommentIntake intake,
			CarriedComments carried, Grouping grouping, Senders senders, Commands commands, Outbox outbox,
			AuditTrail audit, Clock clock) {
		this.comments = comments;
		this.lists = lists;
		this.groups = groups;
		this.intake = intake;
		this.carried = carried;
		this.grouping = grouping;
		this.senders = senders;
		this.commands = commands;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Lets a comment that was held back, or taken for spam or a duplicate, count.
	 */
	Mono<ResponseEntity<CommentView>> accept(UUID id, String reason, Command command) {
		return changed(id, reason, command, (consultation, comment) -> {
			if (comment.status() == Status.RECEIVED) {
				return Mono.error(() -> wrongStatus(comment));
			}
			return this.grouping.grouped(comment.consultation(), List.of(comment))
				.flatMap((grouped) -> this.comments.judge(id, command.requiredVersion(), Status.RECEIVED, reason,
						grouped.getFirst().group()));
		});
	}

	/**
	 * Says that a comment is spam: it stays, and does not count.
	 */
	Mono<ResponseEntity<CommentView>> markSpam(UUID id, String reason, Command command) {
		return changed(id, reason, command, (consultation, comment) -> {
			if (comment.status() == Status.SPAM) {
				return Mono.error(() -> wrongStatus(comment));
			}
			UUID group = comment.group();
			return this.comments.judge(id, command.requiredVersion(), Status.SPAM, reason, null)
				.delayUntil((done) -> (group != null) ? this.groups.recount(group, false) : Mono.empty());
		});
	}

	/**
	 * Shows the words of a comment to everyone, or not any more.
	 */
	Mono<ResponseEntity<CommentView>> show(UUID id, boolean shown, Command command) {
		return changed(id, shown, command, (consultation, comment) -> (comment.status() == Status.RECEIVED)
				? this.comments.show(id, command.requiredVersion(), shown) : Mono.error(() -> wrongStatus(comment)));
	}

	/**
	 * Says what became of one comment, whatever becomes of its group.
	 */
	Mono<ResponseEntity<CommentView>> answer(UUID id, Disposition said, Command command) {
		return changed(id, said, command,
				(consultation, comment) -> (comment.status() == Status.RECEIVED)
						? fate(said, consultation)
							.flatMap((fate) -> this.comments.answer(id, command.requiredVersion(), fate)
								.delayUntil((done) -> told(comment.consultation(), "consultation-comment/" + id, 1,
										comment.article(), points(comment), fate)))
						: Mono.error(() -> wrongStatus(comment)));
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
				(consultation,
						group) -> fate(said, consultation).flatMap((fate) -> this.groups.answer(id, fate)
							.then(this.groups.contactPoints(id))
							.flatMap((points) -> told(group.consultation(), "comment-group/" + id, group.comments(),
									group.article(), points, fate))));
	}

	/**
	 * Puts a group into another of the same consultation.
	 */
	Mono<ResponseEntity<GroupView>> merge(UUID id, UUID into, Command command) {
		return group(id, into, command,
				(consultation, group) -> this.groups.locked(into)
					.filter((other) -> other.consultation().equals(group.consultation()) && !into.equals(id))
					.switchIfEmpty(Mono.error(() -> Refusal.invalid("/into",
							Text.of("不是同一次征求意见的另一组意见。", "This is no other group of the same consultation."))))
					.flatMap((other) -> this.groups.merge(id, into)));
	}

	/**
	 * Takes comments out of a group into one of their own.
	 */
	Mono<ResponseEntity<GroupView>> split(UUID id, List<UUID> taken, Command command) {
		return group(id, taken, command, (consultation, group) -> this.comments.ofGroup(id, taken).flatMap((found) -> {
			if (found.size() < taken.stream().distinct().count() || found.size() >= group.comments()) {
				return Mono.error(Refusal.invalid("/comments",
						Text.of("须为该组的部分意见。", "These are some, and not all, of the comments of the group.")));
			}
			return this.grouping.apart(group.consultation(), found)
				.flatMap((made) -> this.groups.move(found.stream().map(Comment::id).toList(), id, made));
		}));
	}

	/**
	 * What a sender says about herself; who reads it is on record.
	 */
	Mono<Contact> author(UUID id, Command command) {
		return this.comments.byId(id)
			.switchIfEmpty(Mono.error(CommentDesk::unknown))
			.flatMap((comment) -> this.audit.read(command, CommentIntake.KIND + '/' + id + "/author")
				.thenReturn((comment.author() != null)
						? this.senders.open(Objects.requireNonNull(comment.author()), CommentIntake.KIND, id)
						: new Contact(null, null, null, null)));
	}

	Mono<CommentView> one(UUID id, boolean office) {
		return this.lists.one(id, office).switchIfEmpty(Mono.error(CommentDesk::unknown));
	}

	/**
	 * The comment of a receipt. A wrong receipt is answered as one that never was.
	 */
	Mono<CommentView> ofReceipt(String receipt) {
		return this.lists.byReceipt(this.senders.digest(CommentIntake.KIND, receipt))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个回执号。", "There is no such receipt."))));
	}

	private Mono<ResponseEntity<CommentView>> changed(UUID id, Object said, Command command,
			BiFunction<Consultation, Comment, Mono<Boolean>> change) {
		return this.commands.run(command, said, () -> this.comments.byId(id)
			.switchIfEmpty(Mono.error(CommentDesk::unknown))
			.flatMap((known) -> this.intake.changeable(known.consultation()))
			.flatMap((consultation) -> this.comments.locked(id)
				.flatMap((comment) -> change.apply(consultation, comment)))
			.flatMap((done) -> one(id, true)
				.flatMap((view) -> done ? Mono.just(Answer.changed(view.version(), CommentIntake.KIND + '/' + id, view))
						: Mono.error(() -> Refusal.stale(view.version())))));
	}

	private Mono<ResponseEntity<GroupView>> group(UUID id, Object said, Command command,
			BiFunction<Consultation, GroupView, Mono<Void>> change) {
		return this.commands.run(command, said,
				() -> this.groups.locked(id)
					.switchIfEmpty(Mono.error(CommentDesk::noGroup))
					.flatMap((known) -> (known.version() != command.requiredVersion())
							? Mono.error(() -> Refusal.stale(known.version()))
							: this.intake.changeable(known.consultation())
								.flatMap((consultation) -> change.apply(consultation, known)))
					.then(Mono.defer(() -> this.groups.locked(id)))
					.map((view) -> Answer.changed(view.version(), "comment-group/" + id, view)));
	}

	/**
	 * The outcome with the changed article, which must be there.
	 */
	private Mono<Fate> fate(Disposition said, Consultation consultation) {
		LocalDate today = LocalDate.now(this.clock);
		String article = Given.orEmpty(said.article());
		UUID draft = said.draft();
		if (draft == null) {
			return article.isEmpty() ? Mono.just(new Fate(said.outcome(), said.reason().strip(), null, "", "", today))
					: Mono.error(() -> Refusal.invalid("/draft",
							Text.of("须写明条文所在的草案。", "Say of which draft the article is.")));
		}
		return this.carried.later(consultation, draft)
			.map((later) -> CommentIntake.labels(later))
			.filter((labels) -> article.isEmpty() || labels.containsKey(article))
			.map((labels) -> new Fate(said.outcome(), said.reason().strip(), draft, article,
					labels.getOrDefault(article, ""), today))
			.switchIfEmpty(Mono.error(
					() -> Refusal.invalid("/article", Text.of("后一稿中没有这一条。", "The later draft has no such article."))));
	}

	/**
	 * Tells that comments were answered, without what anybody said.
	 */
	private Mono<Void> told(UUID consultation, String subject, int comments, String article, List<UUID> points,
			Fate fate) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("consultation", consultation);
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

	private static Refusal wrongStatus(Comment comment) {
		return Refusal.conflict("wrong-state", Text.of("该意见目前为 %s。", "The comment is %s.", comment.status()))
			.with("status", comment.status());
	}

	static Refusal unknown() {
		return Refusal.notFound(Text.of("没有这条意见。", "There is no such comment."));
	}

	private static Refusal noGroup() {
		return Refusal.notFound(Text.of("没有这组意见。", "There is no such group of comments."));
	}

}
