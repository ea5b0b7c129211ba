package renda.legislation.comment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.Status;
import renda.legislation.comment.CommentLists.CommentView;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.Consultations;
import renda.legislation.grouping.Grouping;
import renda.legislation.sender.Contact;
import renda.legislation.sender.Senders;
import renda.platform.audit.AuditTrail;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * What the office does with single comments: lets count or not, shows or not, and reads
 * who sent them.
 */
@Service
public class CommentDesk {

	private final Comments comments;

	private final CommentLists lists;

	private final Consultations consultations;

	private final Grouping grouping;

	private final Senders senders;

	private final Commands commands;

	private final AuditTrail audit;

	CommentDesk(Comments comments, CommentLists lists, Consultations consultations, Grouping grouping, Senders senders,
			Commands commands, AuditTrail audit) {
		this.consultations = consultations;
		this.comments = comments;
		this.lists = lists;
		this.grouping = grouping;
		this.senders = senders;
		this.commands = commands;
		this.audit = audit;
	}

	/**
	 * Lets a comment that was held back, or taken for spam or a duplicate, count.
	 */
	Mono<ResponseEntity<CommentView>> accept(UUID id, String reason, Command command) {
		return changed(id, reason, command, (comment) -> {
			if (comment.status() == Status.RECEIVED) {
				return Mono.error(() -> wrongStatus(comment));
			}
			return this.grouping.grouped(comment.about().topic(), List.of(comment.wording()))
				.flatMap((groups) -> this.comments.judge(id, command.requiredVersion(), Status.RECEIVED, reason,
						groups.get(id)));
		});
	}

	/**
	 * Says that a comment is spam: it stays, and does not count.
	 */
	Mono<ResponseEntity<CommentView>> markSpam(UUID id, String reason, Command command) {
		return changed(id, reason, command, (comment) -> {
			if (comment.status() == Status.SPAM) {
				return Mono.error(() -> wrongStatus(comment));
			}
			UUID group = comment.group();
			return this.comments.judge(id, command.requiredVersion(), Status.SPAM, reason, null)
				.delayUntil((done) -> (group != null) ? this.grouping.recount(group, false) : Mono.empty());
		});
	}

	/**
	 * Shows the words of a comment to everyone, or not any more.
	 */
	Mono<ResponseEntity<CommentView>> show(UUID id, boolean shown, Command command) {
		return changed(id, shown, command, (comment) -> (comment.status() == Status.RECEIVED)
				? this.comments.show(id, command.requiredVersion(), shown) : Mono.error(() -> wrongStatus(comment)));
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

	public Mono<CommentView> one(UUID id, boolean office) {
		return this.lists.one(id, office).switchIfEmpty(Mono.error(CommentDesk::unknown));
	}

	/**
	 * The comment of a receipt. A wrong receipt is answered as one that never was.
	 */
	Mono<CommentView> ofReceipt(String receipt) {
		return this.lists.byReceipt(this.senders.digest(CommentIntake.KIND, receipt))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个回执号。", "There is no such receipt."))));
	}

	/**
	 * Changes a comment, with its consultation locked. 404 where there is none, 412 where
	 * the change says that the version is another. 409 once the report is made; what came
	 * after it, and waits for its answer, may still be changed.
	 */
	public Mono<ResponseEntity<CommentView>> changed(UUID id, Object said, Command command,
			Function<Comment, Mono<Boolean>> change) {
		return this.commands.run(command, said, () -> this.comments.byId(id)
			.switchIfEmpty(Mono.error(CommentDesk::unknown))
			.flatMap((known) -> reported(known.about()))
			.zipWhen((reported) -> this.comments.locked(id))
			.flatMap((found) -> (found.getT1() && !waits(found.getT2())) ? Mono.error(Consultations::reported)
					: change.apply(found.getT2()))
			.flatMap((done) -> one(id, true)
				.flatMap((view) -> done ? Mono.just(Answer.changed(view.version(), CommentIntake.KIND + '/' + id, view))
						: Mono.error(() -> Refusal.stale(view.version())))));
	}

	private Mono<Boolean> reported(Comment.About about) {
		UUID consultation = about.consultation();
		return (consultation == null) ? Mono.just(false)
				: this.consultations.locked(consultation).map(Consultation::isReported);
	}

	private static boolean waits(Comment comment) {
		return comment.status() == Status.RECEIVED && comment.fate() == null;
	}

	/**
	 * All that the sender was told, the last last.
	 */
	public Mono<List<Comment.Fate>> answers(UUID id) {
		return this.comments.byId(id).switchIfEmpty(Mono.error(CommentDesk::unknown)).then(this.comments.answers(id));
	}

	public static Refusal wrongStatus(Comment comment) {
		return Refusal.conflict("wrong-state", Text.of("该意见目前为 %s。", "The comment is %s.", comment.status()))
			.with("status", comment.status());
	}

	public static Refusal unknown() {
		return Refusal.notFound(Text.of("没有这条意见。", "There is no such comment."));
	}

}
