package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import static renda.platform.workflow.Lists.plus;

/**
 * What came of a bill after the vote.
 *
 * @param approvals each time the province was asked, in order
 * @param promulgation the announcement
 * @param publications where the text was published, in order
 * @param filedUp that it was filed with the state
 * @param rules the implementing rules that the regulation asks for
 * @param evaluations the evaluations after it took effect, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillResult(List<BillApproval> approvals, @Nullable BillPromulgation promulgation,
		List<BillPublication> publications, @Nullable BillFiledUp filedUp, List<BillRule> rules,
		List<BillEvaluation> evaluations) {

	public static final BillResult NONE = new BillResult(List.of(), null, List.of(), null, List.of(), List.of());

	public BillResult {
		approvals = List.copyOf(approvals);
		publications = List.copyOf(publications);
		rules = List.copyOf(rules);
		evaluations = List.copyOf(evaluations);
	}

	/**
	 * The approval; empty before there is one.
	 */
	public Optional<BillApproval> approval() {
		return this.approvals.stream()
			.filter((one) -> Boolean.TRUE.equals(one.approved()))
			.reduce((one, other) -> other);
	}

	/**
	 * The implementing rules that are owed still.
	 */
	public List<BillRule> owed() {
		return this.rules.stream().filter((rule) -> rule.issuedOn() == null).toList();
	}

	/**
	 * Whether an organ owes any.
	 */
	public boolean owes(String organ) {
		return owed().stream().anyMatch((rule) -> rule.organ().equals(organ));
	}

	public BillResult asked(BillApproval asked) {
		return new BillResult(plus(this.approvals, asked), this.promulgation, this.publications, this.filedUp,
				this.rules, this.evaluations);
	}

	/**
	 * The same with the province's answer.
	 */
	public BillResult answered(BillApproval answer) {
		List<BillApproval> before = this.approvals.subList(0, this.approvals.size() - 1);
		return new BillResult(plus(before, answer), this.promulgation, this.publications, this.filedUp, this.rules,
				this.evaluations);
	}

	public BillResult promulgated(BillPromulgation announced, List<BillRule> owed) {
		return new BillResult(this.approvals, announced, this.publications, this.filedUp, owed, this.evaluations);
	}

	public BillResult published(BillPublication where) {
		return new BillResult(this.approvals, this.promulgation, plus(this.publications, where), this.filedUp,
				this.rules, this.evaluations);
	}

	public BillResult filedUp(BillFiledUp filed) {
		return new BillResult(this.approvals, this.promulgation, this.publications, filed, this.rules,
				this.evaluations);
	}

	public BillResult ruled(String organ, String title, LocalDate on) {
		return new BillResult(this.approvals, this.promulgation, this.publications, this.filedUp,
				this.rules.stream().map((rule) -> rule.organ().equals(organ) ? rule.issued(title, on) : rule).toList(),
				this.evaluations);
	}

	public BillResult evaluated(BillEvaluation found) {
		return new BillResult(this.approvals, this.promulgation, this.publications, this.filedUp, this.rules,
				plus(this.evaluations, found));
	}

	/**
	 * That the province was asked, and what it answered.
	 *
	 * @param explanation the explanation that went with it
	 * @param approved whether it approved; missing before the answer
	 * @param by the body that answered, with its meeting
	 * @param document the number of the answer
	 * @param reason why it refused
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillApproval(LocalDate on, String explanation, List<String> materials, @Nullable Boolean approved,
			@Nullable LocalDate answeredOn, String by, String document, String reason) {

		public static BillApproval asked(LocalDate on, String explanation, List<String> materials) {
			return new BillApproval(on, explanation, List.copyOf(materials), null, null, "", "", "");
		}

		public BillApproval answered(boolean yes, LocalDate day, String body, String number, String why) {
			return new BillApproval(this.on, this.explanation, this.materials, yes, day, body, number, why);
		}

	}

	/**
	 * The announcement (公告), with the bodies and the three days.
	 */
	public record BillPromulgation(LocalDate on, String number, String signedBy, String adoptedBy, String meeting,
			LocalDate adoptedOn, String approvedBy, LocalDate approvedOn, LocalDate effectiveOn) {
	}

	/**
	 * Where the text was published.
	 *
	 * @param reference the issue or the address
	 */
	public record BillPublication(PublicationChannel channel, LocalDate on, String reference) {
	}

	/**
	 * The channels in which a regulation is published.
	 */
	public enum PublicationChannel {

		/** 常务委员会公报，标准文本. */
		GAZETTE,
		/** 中国人大网. */
		NATIONAL_SITE,
		/** 本地人大网站. */
		LOCAL_SITE,
		/** 报纸. */
		NEWSPAPER

	}

	/**
	 * That the province filed it with the state.
	 */
	public record BillFiledUp(LocalDate on, String number) {
	}

	/**
	 * Implementing rules that an article asks an organ for.
	 *
	 * @param dueOn the day the regulation itself sets; missing where the law's term runs
	 * @param issuedOn the day they were issued; missing before
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillRule(String organ, String article, String subject, @Nullable LocalDate dueOn, String title,
			@Nullable LocalDate issuedOn) {

		BillRule issued(String named, LocalDate day) {
			return new BillRule(this.organ, this.article, this.subject, this.dueOn, named, day);
		}

	}

	/**
	 * An evaluation after it took effect.
	 */
	public record BillEvaluation(LocalDate on, String by, String findings, LocalDate reportedOn) {
	}

}
