package renda.legislation.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment.About;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Origin;
import renda.legislation.comment.Comment.Status;
import renda.legislation.comment.CommentIntake.Anchor;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.Consultations;
import renda.legislation.consultation.ConsultedDrafts;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes comments in bulk: those collected on paper, and those of consultations that have
 * ended. A comment is known by its consultation and number; a known one is left as it is.
 */
@Component
class CommentImport implements ImportKind<CommentRow> {

	private final Consultations consultations;

	private final Comments comments;

	private final CommentIntake intake;

	private final ConsultedDrafts drafts;

	private final Origins origins;

	CommentImport(Consultations consultations, Comments comments, CommentIntake intake, ConsultedDrafts drafts,
			Origins origins) {
		this.consultations = consultations;
		this.drafts = drafts;
		this.comments = comments;
		this.intake = intake;
		this.origins = origins;
	}

	@Override
	public String name() {
		return "consultation-comments";
	}

	@Override
	public Text description() {
		return Text.of("对法规草案的意见，一行一条；征求意见须已登记，条文以草案中的编号（art_3）写明。",
				"Comments on drafts, one a row; the consultation must be there, articles are named by their ids in the draft (art_3).");
	}

	@Override
	public Class<CommentRow> row() {
		return CommentRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.LEGISLATIVE_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<CommentRow>> rows, Command command) {
		Map<String, List<Numbered<CommentRow>>> byConsultation = new LinkedHashMap<>();
		rows.forEach((row) -> byConsultation.computeIfAbsent(row.row().consultation(), (code) -> new ArrayList<>())
			.add(row));
		return this.consultations.byCodes(byConsultation.keySet()).flatMap((found) -> {
			Map<String, Consultation> known = new HashMap<>();
			found.forEach((consultation) -> known.put(consultation.code(), consultation));
			return Flux.fromIterable(byConsultation.entrySet()).concatMap((entry) -> {
				Consultation consultation = known.get(entry.getKey());
				return (consultation != null) ? taken(consultation, entry.getValue())
						: Mono.just(unknown(entry.getValue()));
			}).reduce(Applied.NOTHING, Applied::plus);
		});
	}

	private static Applied unknown(List<Numbered<CommentRow>> rows) {
		return rows.stream()
			.map((row) -> new Applied(0, 0, 0,
					List.of(new RowError(row.line(), "consultation",
							Text.of("没有这次征求意见：%s。", "There is no such consultation: %s.", row.row().consultation())))))
			.reduce(Applied.NOTHING, Applied::plus);
	}

	/**
	 * The consultation is locked, so that comments of one are taken one batch after the
	 * other.
	 */
	private Mono<Applied> taken(Consultation consultation, List<Numbered<CommentRow>> rows) {
		return this.consultations.locked(consultation.id())
			.then(Mono.zip(
					this.comments.known(consultation.id(), rows.stream().map((row) -> row.row().number()).toList()),
					this.drafts.articles(consultation)))
			.flatMap((there) -> {
				Set<String> known = new HashSet<>(there.getT1());
				List<Comment> made = new ArrayList<>();
				return Flux.fromIterable(rows)
					.concatMap((row) -> known.add(row.row().number())
							? comment(consultation, row.row(), there.getT2()).doOnNext(made::add)
								.thenReturn(Applied.ONE_CREATED)
								.onErrorResume(Refusal.class, (refusal) -> Mono.just(Applied.refused(row, refusal)))
							: Mono.just(Applied.ONE_UNCHANGED))
					.reduce(Applied.NOTHING, Applied::plus)
					.delayUntil((applied) -> made.isEmpty() ? Mono.empty()
							: this.intake.keep(consultation.id(), made).then(this.intake.toldOf(made)));
			});
	}

	private Mono<Comment> comment(Consultation consultation, CommentRow row, Map<String, String> articles) {
		return Mono.defer(() -> {
			Comment.Fate fate = row.fate();
			requireAnsweredWhereReported(consultation, fate);
			Anchor anchor = Anchor.of(articles, row.article());
			CommentIntake.requireInTime(consultation, row.madeOn());
			UUID id = Ids.next();
			return this.origins.of(row.source(), row.sourceId(), row.sourceName(), null, row.madeOn())
				.map((origin) -> this.intake
					.comment(id, About.in(consultation, ""), row.number(), anchor, by(row.channel(), origin),
							row.madeOn(), row.text(), Status.RECEIVED, "", null, Boolean.TRUE.equals(row.publish()),
							row.contact(), "", "", Boolean.TRUE.equals(row.sample()))
					.with(fate));
		});
	}

	private static void requireAnsweredWhereReported(Consultation consultation, Comment.@Nullable Fate fate) {
		if (consultation.isReported() && fate == null) {
			throw Refusal.invalid("outcome",
					Text.of("反馈报告已形成，意见须有结果。", "The report is made; a comment comes with its outcome."));
		}
	}

	private static Origin by(Channel channel, Origin origin) {
		return new Origin(channel, origin.source(), origin.sourceId(), origin.sourceName(), origin.meeting());
	}

}
