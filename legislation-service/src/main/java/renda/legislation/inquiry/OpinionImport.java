package renda.legislation.inquiry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.CommentIntake;
import renda.legislation.comment.Comments;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.Consultations;
import renda.legislation.contact.ContactPoint;
import renda.legislation.contact.ContactPoints;
import renda.legislation.ledger.LedgerEntry;
import renda.legislation.ledger.Ledgers;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes opinions of contact points in bulk. One is known by its point and reference; of a
 * known one that waits for its answer, the answer is taken.
 */
@Component
class OpinionImport implements ImportKind<OpinionRow> {

	private final Ledgers ledgers;

	private final ContactPoints points;

	private final Consultations consultations;

	private final Comments comments;

	private final CommentIntake intake;

	OpinionImport(Ledgers ledgers, ContactPoints points, Consultations consultations, Comments comments,
			CommentIntake intake) {
		this.ledgers = ledgers;
		this.points = points;
		this.consultations = consultations;
		this.comments = comments;
		this.intake = intake;
	}

	@Override
	public String name() {
		return "contact-opinions";
	}

	@Override
	public Text description() {
		return Text.of("基层立法联系点的意见，一行一条；草案征求过意见的，成为该次征求意见的意见。",
				"Opinions of contact points, one a row; on a draft that was consulted on they are comments of that consultation.");
	}

	@Override
	public Class<OpinionRow> row() {
		return OpinionRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.LEGISLATIVE_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<OpinionRow>> rows, Command command) {
		List<OpinionRow> all = rows.stream().map(Numbered::row).toList();
		return Mono
			.zip(this.points.byCodes(distinct(all, OpinionRow::point)),
					this.ledgers.byKeys(Opinions.REQUESTS, distinct(all, OpinionRow::letter)),
					this.comments.opinions(distinct(all, OpinionRow::number)))
			.flatMap((there) -> consulted(all, there.getT2())
				.flatMap((drafts) -> taken(rows, new There(there.getT1(), there.getT2(), there.getT3(), drafts))));
	}

	private static List<String> distinct(List<OpinionRow> rows, Function<OpinionRow, @Nullable String> part) {
		return rows.stream().map(part).filter(Objects::nonNull).distinct().toList();
	}

	/**
	 * The consultations that rows or their letters name, by code, and those on drafts of
	 * the rows' titles.
	 */
	private Mono<Map<String, Consultation>> consulted(List<OpinionRow> rows,
			Map<String, LedgerEntry<ContactRequest>> letters) {
		Set<String> codes = new HashSet<>(distinct(rows, OpinionRow::consultation));
		letters.values()
			.stream()
			.map((letter) -> letter.line().consultation())
			.filter(Objects::nonNull)
			.forEach(codes::add);
		return this.consultations.byCodes(codes)
			.flatMapIterable((found) -> found)
			.map((found) -> Map.entry(found.code(), found))
			.concatWith(Flux.fromIterable(distinct(rows, OpinionRow::subject))
				.concatMap((title) -> this.consultations.byTitle(title).map((found) -> Map.entry(title, found))))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<Applied> taken(List<Numbered<OpinionRow>> rows, There there) {
		Map<String, Comment> made = new LinkedHashMap<>();
		return Flux.fromIterable(rows)
			.concatMap((row) -> made.containsKey(row.row().number()) ? Mono.just(Applied.ONE_UNCHANGED)
					: one(row.row(), there, made).onErrorResume(Refusal.class,
							(refusal) -> Mono.just(Applied.refused(row, refusal))))
			.reduce(Applied.NOTHING, Applied::plus)
			.delayUntil((applied) -> kept(List.copyOf(made.values())));
	}

	private Mono<Applied> one(OpinionRow row, There there, Map<String, Comment> made) {
		return Mono.defer(() -> {
			Fate fate = row.fate();
			Comments.Known known = there.known().get(row.number());
			if (known != null) {
				return (known.answered() || fate == null) ? Mono.just(Applied.ONE_UNCHANGED)
						: this.comments.answer(known.id(), known.version(), fate).thenReturn(Applied.ONE_UPDATED);
			}
			return this.intake
				.opinion(there.consultation(row), row.number(), row.said(),
						Opinions.origin(Channel.OFFLINE, there.point(row)), fate)
				.doOnNext((comment) -> made.put(row.number(), comment))
				.thenReturn(Applied.ONE_CREATED);
		});
	}

	/**
	 * Writes them, those of one topic after the other.
	 */
	private Mono<Void> kept(List<Comment> made) {
		Map<UUID, List<Comment>> topics = made.stream()
			.collect(Collectors.groupingBy((comment) -> comment.about().topic(), TreeMap::new, Collectors.toList()));
		return Flux.fromIterable(topics.entrySet())
			.concatMap((topic) -> this.comments.locked(topic.getValue().getFirst().about())
				.then(Mono.defer(() -> this.intake.keep(topic.getKey(), topic.getValue())))
				.then(Mono.defer(() -> this.intake.toldOf(topic.getValue()))))
			.then();
	}

	/**
	 * What the rows speak of, as far as it is there.
	 *
	 * @param consulted consultations by code and by the title of the draft
	 */
	private record There(Map<String, LedgerEntry<ContactPoint>> points,
			Map<String, LedgerEntry<ContactRequest>> letters, Map<String, Comments.Known> known,
			Map<String, Consultation> consulted) {

		LedgerEntry<ContactPoint> point(OpinionRow row) {
			LedgerEntry<ContactPoint> found = this.points.get(row.point());
			if (found == null) {
				throw Refusal.invalid("/point", Text.of("没有联系点 %s。", "There is no contact point %s.", row.point()));
			}
			return found;
		}

		@Nullable Consultation consultation(OpinionRow row) {
			LedgerEntry<ContactRequest> letter = this.letters.get(row.letter());
			String code = (row.consultation() != null) ? row.consultation()
					: (letter != null) ? letter.line().consultation() : null;
			if (code == null) {
				return this.consulted.get(row.subject());
			}
			if (!this.consulted.containsKey(code)) {
				throw Refusal.invalid("/consultation", Text.of("没有征求意见 %s。", "There is no consultation %s.", code));
			}
			return this.consulted.get(code);
		}

	}

}
