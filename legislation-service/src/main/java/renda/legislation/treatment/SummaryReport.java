package renda.legislation.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.comment.Comment;
import renda.legislation.consultation.Consultation;
import renda.legislation.consultation.Consultation.State;
import renda.legislation.consultation.ConsultationView;
import renda.legislation.consultation.Consultations;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.treatment.Adoption.By;
import renda.legislation.treatment.Adoption.Counted;
import renda.legislation.treatment.CommentGroups.GroupView;
import renda.platform.security.Caller;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * The report on what became of the comments (意见采纳情况报告), made from them when it is asked
 * for. While it is not published the offices alone read it.
 */
@Service
class SummaryReport {

	/** The most groups with their reasons in a report; the list has all. */
	private static final int MOST_GROUPS = 500;

	private final Consultations consultations;

	private final Adoption adoption;

	private final CommentGroups groups;

	SummaryReport(Consultations consultations, Adoption adoption, CommentGroups groups) {
		this.consultations = consultations;
		this.adoption = adoption;
		this.groups = groups;
	}

	/**
	 * The report of a consultation.
	 * @throws Refusal 404 where the caller may not read it yet
	 */
	Mono<Report> of(UUID id, Caller caller) {
		return this.consultations.one(id)
			.filter((found) -> found.state() == State.PUBLISHED || Consultations.isOffice(caller))
			.switchIfEmpty(Mono.error(
					() -> Refusal.notFound(Text.of("反馈报告尚未公布。", "The report on the comments is not published yet."))))
			.flatMap(this::report);
	}

	private Mono<Report> report(Consultation subject) {
		ListRequest all = new ListRequest(MOST_GROUPS, null, null, null, null, ListRequest.Format.JSON);
		return Mono
			.zip(this.adoption.of(subject.id(), By.WHOLE), this.adoption.of(subject.id(), By.CHANNEL),
					this.adoption.of(subject.id(), By.SOURCE), this.adoption.of(subject.id(), By.ARTICLE),
					this.adoption.of(subject.id(), By.CONTACT_POINT),
					this.groups.find(subject.id(), new CommentGroups.Filter(null, null, null, null), false, all))
			.map((parts) -> new Report(ConsultationView.of(subject),
					parts.getT1().stream().findFirst().orElseGet(Counted::none), parts.getT2(), parts.getT3(),
					parts.getT4(), parts.getT5(), parts.getT6().items(), subject.course().conclusion()));
	}

	/**
	 * The same as a text with headings, to be written out in any format.
	 */
	static LegalText text(Report report) {
		ConsultationView about = report.consultation();
		List<Node> body = new ArrayList<>();
		heading(body, "一、征求意见的情况");
		line(body,
				"%s自%s至%s公开征求意见（%s）。共收到有效意见%d条，其中采纳%d条、部分采纳%d条、不采纳%d条、另行研究%d条。".formatted(about.title(), about.from(),
						about.until(), about.notice(), report.whole().comments(), report.whole().adopted(),
						report.whole().partly(), report.whole().notAdopted(), report.whole().studied()));
		report.channels()
			.forEach((one) -> line(body, "%s：%d条。"
				.formatted(one.key().equals(Comment.Channel.ONLINE.name()) ? "网上" : "线下", one.comments())));
		report.sources()
			.forEach((one) -> line(body, "%s：%d条，采纳和部分采纳%s。".formatted(Comment.Source.valueOf(one.key()).title().zh(),
					one.comments(), one.adoptionRate())));
		about.heard()
			.forEach((one) -> line(body, "%s，%s，%s召开，%d人参加。".formatted(one.on(), one.form().title().zh(),
					one.convenor(), one.participants())));
		heading(body, "二、各条意见的采纳情况");
		report.articles()
			.forEach((one) -> line(body,
					"%s：%d条，采纳%d条、部分采纳%d条、不采纳%d条、另行研究%d条。".formatted(one.name().isEmpty() ? "全文" : one.name(),
							one.comments(), one.adopted(), one.partly(), one.notAdopted(), one.studied())));
		heading(body, "三、主要意见及处理");
		report.groups().forEach((group) -> line(body, entry(group)));
		if (!report.contactPoints().isEmpty()) {
			heading(body, "四、基层立法联系点意见的采纳情况");
			report.contactPoints()
				.forEach((one) -> line(body,
						"%s：%d条，采纳和部分采纳%s。".formatted(one.name(), one.comments(), one.adoptionRate())));
		}
		if (!report.conclusion().isEmpty()) {
			heading(body, "结论");
			report.conclusion().lines().filter((words) -> !words.isBlank()).forEach((words) -> line(body, words));
		}
		return new LegalText("关于" + about.title() + "征求意见采纳情况的报告", List.of(), body, List.of());
	}

	private static String entry(GroupView group) {
		String text = Objects.requireNonNullElse(group.text(), "（意见内容未公开）");
		Comment.Outcome outcome = group.outcome();
		String changed = (group.changedLabel() != null) ? "（见后一稿" + group.changedLabel() + "）" : "";
		return "%s（%d条）：%s——%s%s%s".formatted(group.label().isEmpty() ? "全文" : group.label(), group.comments(),
				text.replace('\n', ' '), (outcome != null) ? outcome.title().zh() : "按各条意见分别处理",
				(group.reason() != null) ? "：" + group.reason().replace('\n', ' ') : "", changed);
	}

	private static void heading(List<Node> body, String words) {
		body.add(new Node(Node.Kind.HEADING, "hd_" + (body.size() + 1), "", words, List.of()));
	}

	private static void line(List<Node> body, String words) {
		body.add(new Node(Node.Kind.PARAGRAPH, "para_" + (body.size() + 1), "", words, List.of()));
	}

	/**
	 * Counts over consultations that have ended.
	 */
	Mono<List<Counted>> overAll(@Nullable Integer term, By by) {
		return this.adoption.ofAll(term, by);
	}

	/**
	 * Counts of one consultation, which everyone may read while it runs.
	 */
	Mono<Map<String, List<Counted>>> counts(UUID id) {
		return this.consultations.one(id)
			.flatMap((found) -> Mono.zip(this.adoption.of(id, By.WHOLE), this.adoption.of(id, By.ARTICLE),
					this.adoption.of(id, By.CHANNEL), this.adoption.of(id, By.CONTACT_POINT)))
			.map((parts) -> Map.of("whole", parts.getT1(), "articles", parts.getT2(), "channels", parts.getT3(),
					"contactPoints", parts.getT4()));
	}

	/**
	 * The report on a consultation.
	 *
	 * @param whole what became of all comments that count
	 * @param articles the same by article
	 * @param contactPoints the same by contact point
	 * @param groups near-equal comments with what became of them, the largest first
	 * @param conclusion what the office says besides
	 */
	@Schema(name = "ConsultationReport")
	record Report(ConsultationView consultation, Counted whole, List<Counted> channels, List<Counted> sources,
			List<Counted> articles, List<Counted> contactPoints, List<GroupView> groups, String conclusion) {
	}

}
