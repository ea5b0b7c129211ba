package renda.legislation.comment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple3;
import renda.legislation.comment.Comment.About;
import renda.legislation.comment.Comment.Collected;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Made;
import renda.legislation.comment.Comment.Opinion;
import renda.legislation.comment.Comment.Origin;
import renda.legislation.comment.Comment.Status;
import renda.legislation.comment.Comment.Taken;
import renda.legislation.comment.Comments.Earlier;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.Consultations;
import renda.legislation.consultation.ConsultedDrafts;
import renda.legislation.grouping.Grouping;
import renda.legislation.sender.Contact;
import renda.legislation.sender.Senders;
import renda.platform.command.Answer;
import renda.platform.command.AnsweredBefore;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.event.Outbox;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Takes comments. Whoever sends too much within an hour is not refused: what comes beyond
 * is held back until the office has looked at it.
 */
@Service
public class CommentIntake {

	static final String KIND = "consultation-comment";

	/** Begins the numbers of opinions that nobody asked for. */
	private static final String UNASKED = "YJ";

	private final Consultations consultations;

	private final Comments comments;

	private final Grouping grouping;

	private final ConsultedDrafts drafts;

	private final Origins origins;

	private final Senders senders;

	private final Commands commands;

	private final Outbox outbox;

	private final Clock clock;

	CommentIntake(Consultations consultations, Comments comments, Grouping grouping, ConsultedDrafts drafts,
			Origins origins, Senders senders, Commands commands, Outbox outbox, Clock clock) {
		this.consultations = consultations;
		this.comments = comments;
		this.grouping = grouping;
		this.drafts = drafts;
		this.origins = origins;
		this.senders = senders;
		this.commands = commands;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Takes a comment of the public.
	 * @throws Refusal 409 not-open before the first and after the last day
	 */
	Mono<ResponseEntity<Taken>> make(UUID id, Made said, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		String sender = this.senders.of(command);
		return this.commands
			.run(command, said,
					() -> this.consultations.one(id)
						.filter((consultation) -> consultation.state().running() && consultation.takes(today))
						.switchIfEmpty(Mono.error(CommentIntake::notOpen))
						.flatMap((consultation) -> anchored(consultation, said.article()).flatMap((anchor) -> Mono
							.zip(this.senders.floods(KIND, sender),
									this.comments.ofSender(id, sender, said.text(), anchor.article()),
									this.origins.of(said, command.caller(), today))
							.flatMap((seen) -> kept(consultation, anchor, said, sender, seen, command.caller()))))
						.map((comment) -> Answer.created(Comments.PATH + '/' + comment.id(), 1,
								KIND + '/' + comment.id(), taken(comment))))
			.map(this::withReceipt)
			.onErrorMap(AnsweredBefore.class, (before) -> this.senders.again(KIND, before));
	}

	private Mono<Comment> kept(Consultation consultation, Anchor anchor, Made said, String sender,
			Tuple3<Boolean, List<Earlier>, Origin> seen, Caller caller) {
		Standing standing = standing(said.text(), seen.getT1(), seen.getT2(), caller);
		UUID comment = Ids.next();
		return numbered(About.in(consultation, ""), consultation.code(),
				(about, number) -> comment(comment, about, number, anchor, seen.getT3(), LocalDate.now(this.clock),
						said.text(), standing.status(), standing.reason(), standing.duplicateOf(),
						Boolean.TRUE.equals(said.publish()), said.author(),
						caller.isAnonymous() ? "" : this.senders.account(caller.subject()), sender, false));
	}

	/**
	 * Whether a comment counts at once. What an account says again, in the same or nearly
	 * the same words, is linked to the first. An address may be that of many people: only
	 * what is the same is linked there, and what is nearly the same waits for the office,
	 * as does what comes beyond the limit, and what was spam before.
	 */
	private Standing standing(String text, boolean flood, List<Earlier> before, Caller caller) {
		Optional<Earlier> again = before.stream()
			.filter((one) -> one.same() || this.grouping.alike(text, one.text()))
			.findFirst();
		if (again.isPresent()) {
			Earlier first = again.get();
			return (first.status() == Status.SPAM) ? new Standing(Status.SUSPECT, "同一发送者的相同内容曾被认定为无效", null)
					: (first.same() || !caller.isAnonymous()) ? new Standing(Status.DUPLICATE, "", first.id())
							: new Standing(Status.SUSPECT, "同一地址已有相近的意见", first.id());
		}
		return flood ? new Standing(Status.SUSPECT, "同一发送者一小时内提交过多", null) : new Standing(Status.RECEIVED, "", null);
	}

	/**
	 * Takes a comment that came another way. The office may enter it until the report is
	 * made.
	 * @throws Refusal 409 where the report is made, 400 for a day outside the period or a
	 * meeting that is not recorded
	 */
	Mono<ResponseEntity<Taken>> collect(UUID id, Collected said, Command command) {
		return this.commands.run(command, said, () -> this.consultations.changeable(id).flatMap((consultation) -> {
			requireInTime(consultation, said.madeOn());
			requirePast(said.madeOn());
			requireMeeting(consultation, said.meeting());
			UUID comment = Ids.next();
			return Mono.zip(anchored(consultation, said.article()), this.origins.of(said))
				.flatMap((known) -> numbered(About.in(consultation, ""), consultation.code(),
						(about, number) -> comment(comment, about, number, known.getT1(), known.getT2(), said.madeOn(),
								said.text(), Status.RECEIVED, "", null, Boolean.TRUE.equals(said.publish()),
								said.author(), "", "", false)));
		})
			.map((comment) -> Answer.created(Comments.PATH + '/' + comment.id(), 1, KIND + '/' + comment.id(),
					taken(comment))))
			.map(this::withReceipt)
			.onErrorMap(AnsweredBefore.class, (before) -> this.senders.again(KIND, before));
	}

	static void requireInTime(Consultation consultation, LocalDate madeOn) {
		if (madeOn.isBefore(consultation.period().from()) || madeOn.isAfter(consultation.end())) {
			throw Refusal.invalid("/madeOn", Text.of("须在征求意见期间（%s 至 %s）内。", "It is from %s to %s.",
					consultation.period().from(), consultation.end()));
		}
	}

	/**
	 * By the day in the city.
	 */
	private void requirePast(LocalDate madeOn) {
		LocalDate today = LocalDate.now(this.clock);
		if (madeOn.isAfter(today)) {
			throw Refusal.invalid("/madeOn", Text.of("不得晚于今天 %s。", "It cannot be after today, %s.", today));
		}
	}

	private static void requireMeeting(Consultation consultation, @Nullable Integer meeting) {
		if (meeting != null && meeting > consultation.heard().size()) {
			throw Refusal.invalid("/meeting",
					Text.of("没有记录这次会议（hear）。", "There is no such meeting; record it (hear)."));
		}
	}

	/**
	 * The article a comment is about.
	 * @throws Refusal 400 where the draft has no such article
	 */
	private Mono<Anchor> anchored(@Nullable Consultation consultation, @Nullable String article) {
		return Given.orEmpty(article).isEmpty() ? Mono.just(Anchor.WHOLE)
				: (consultation == null) ? Mono.fromSupplier(() -> Anchor.of(Map.of(), article))
						: this.drafts.articles(consultation).map((articles) -> Anchor.of(articles, article));
	}

	private Mono<Comment> numbered(About about, String code, BiFunction<About, String, Comment> made) {
		return this.comments.next(about.topic(), 1)
			.map((number) -> made.apply(about, "%s-%05d".formatted(code, number)))
			.flatMap((comment) -> keep(about.topic(), List.of(comment)).thenReturn(comment))
			.delayUntil((comment) -> (comment.status() == Status.RECEIVED) ? told(comment) : Mono.empty());
	}

	/**
	 * Takes what a contact point or an expert says when asked: on a consultation, after
	 * its last day and after the report too, or outside one, where nobody is consulted on
	 * a draft of that title.
	 * @param account the digest of the sender's account; empty where an office enters it
	 */
	public Mono<Comment> opinion(@Nullable Consultation consultation, Opinion said, Origin origin, String account) {
		if (consultation != null) {
			return taken(consultation, said, origin, account);
		}
		return this.comments.locked(about(null, said))
			.then(Mono.defer(() -> this.consultations.byTitle(said.subject().strip())))
			.flatMap((opened) -> taken(opened, said, origin, account))
			.switchIfEmpty(Mono.defer(() -> taken(null, said, origin, account)));
	}

	private Mono<Comment> taken(@Nullable Consultation consultation, Opinion said, Origin origin, String account) {
		String code = (consultation != null) ? consultation.code()
				: said.request().isEmpty() ? UNASKED : said.request();
		return anchored(consultation, said.article()).flatMap((anchor) -> numbered(about(consultation, said), code,
				(about, number) -> opinion(about, number, anchor, said, origin, account)));
	}

	/**
	 * The same, as it is written down under a number that it has already, not yet kept.
	 */
	public Mono<Comment> opinion(@Nullable Consultation consultation, String number, Opinion said, Origin origin,
			@Nullable Fate fate) {
		return anchored(consultation, said.article())
			.map((anchor) -> opinion(about(consultation, said), number, anchor, said, origin, "").with(fate));
	}

	private Comment opinion(About about, String number, Anchor anchor, Opinion said, Origin origin, String account) {
		return comment(Ids.next(), about, number, anchor, origin, said.madeOn(), said.text(), Status.RECEIVED, "", null,
				said.consent(), null, account, "", said.sample());
	}

	private static About about(@Nullable Consultation consultation, Opinion said) {
		return (consultation != null) ? About.in(consultation, said.request())
				: About.outside(said.subject().strip(), said.request());
	}

	/**
	 * Writes comments of one topic, those that count in their groups.
	 */
	public Mono<Void> keep(UUID topic, List<Comment> made) {
		List<Comment> counting = made.stream().filter((one) -> one.status() == Status.RECEIVED).toList();
		return this.grouping.grouped(topic, counting.stream().map(Comment::wording).toList())
			.flatMap((groups) -> this.comments.insert(made.stream()
				.map((one) -> groups.containsKey(one.id()) ? one.in(groups.get(one.id())) : one)
				.toList()));
	}

	/**
	 * Tells that a comment came, without what it says; outside a consultation those who
	 * work on drafts only.
	 */
	private Mono<Void> told(Comment comment) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", comment.id());
		data.put("number", comment.number());
		data.put("article", comment.article());
		data.put("channel", comment.origin().channel());
		data.put("source", comment.origin().source());
		String subject = KIND + '/' + comment.id();
		if (comment.about().consultation() == null) {
			return this.outbox.append("comment.received", subject, data, Consultations.OFFICES);
		}
		data.put("consultation", comment.about().consultation());
		return this.outbox.append("comment.received", subject, data);
	}

	/**
	 * Tells that many came at once, all on one topic; outside a consultation nobody but
	 * those who brought them needs to know.
	 */
	public Mono<Void> toldOf(List<Comment> made) {
		UUID consultation = made.getFirst().about().consultation();
		return (consultation == null) ? Mono.empty() : this.outbox.append("comments.recorded",
				"consultation/" + consultation, Map.of("consultation", consultation, "comments", made.size()));
	}

	/**
	 * A new comment with its receipt, what its sender says about herself sealed.
	 */
	Comment comment(UUID id, About about, String number, Anchor anchor, Origin origin, LocalDate madeOn, String text,
			Status status, String reason, @Nullable UUID duplicateOf, boolean consent, @Nullable Contact author,
			String account, String sender, boolean sample) {
		return new Comment(id, about, number, anchor.article(), anchor.label(), origin, madeOn, text.strip(), status,
				reason, duplicateOf, consent, null, null, account, sender,
				this.senders.digest(KIND, this.senders.receipt(KIND, id)),
				this.senders.seal(author, KIND, id).orElse(null), sample);
	}

	private static Taken taken(Comment comment) {
		return new Taken(comment.id(), comment.about().consultation(), comment.number(), null,
				comment.status() == Status.SUSPECT);
	}

	/**
	 * The receipt is not in the answer that is kept for retries.
	 */
	private ResponseEntity<Taken> withReceipt(ResponseEntity<Taken> answer) {
		Taken taken = Objects.requireNonNull(answer.getBody());
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.body(taken.with(this.senders.receipt(KIND, taken.id())));
	}

	private static Refusal notOpen() {
		return Refusal.conflict("not-open",
				Text.of("不在征求意见期间，不能提交意见。", "Comments are taken from the first to the last day of the consultation."));
	}

	/**
	 * Whether a comment counts, and why not.
	 */
	private record Standing(Status status, String reason, @Nullable UUID duplicateOf) {
	}

	/**
	 * What a comment is about.
	 */
	record Anchor(String article, String label) {

		static final Anchor WHOLE = new Anchor("", "");

		static Anchor of(Map<String, String> articles, @Nullable String article) {
			String id = Given.orEmpty(article);
			String label = articles.get(id);
			if (id.isEmpty()) {
				return WHOLE;
			}
			if (label == null) {
				throw Refusal.invalid("/article", Text.of("草案中没有这一条：%s。请用条文的编号，如 art_3。",
						"The draft has no such article: %s. Use the id of one, such as art_3.", id));
			}
			return new Anchor(id, label);
		}

	}

}
