package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.platform.web.Text;

/**
 * An item of an agenda.
 *
 * @param kind the kind of case; empty for an item without one
 * @param subject the case
 * @param code what people call the case; empty without one
 * @param href where the case is; empty without one
 * @param purpose what is asked of the meeting
 * @param proposedOn the day the council put it on the draft
 * @param adoptedOn the day the meeting adopted it; missing before
 * @param withheld the decision by which it is not public for now; empty for none
 * @param papers each time papers for it went to the members
 * @param ballots the ballots held on it, in order
 * @param conclusion what came of it; missing before
 * @param repeats the item whose report is supplemented or made anew here; missing for
 * none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgendaItem(UUID id, String kind, @Nullable UUID subject, String code, String title, String href, Purpose purpose,
		LocalDate proposedOn, @Nullable LocalDate adoptedOn, String withheld, List<Papers> papers, List<UUID> ballots,
		@Nullable Conclusion conclusion, @Nullable UUID repeats) {

	AgendaItem {
		papers = List.copyOf(papers);
		ballots = List.copyOf(ballots);
	}

	AgendaItem adopted(@Nullable LocalDate on) {
		return new AgendaItem(this.id, this.kind, this.subject, this.code, this.title, this.href, this.purpose,
				this.proposedOn, on, this.withheld, this.papers, this.ballots, this.conclusion, this.repeats);
	}

	AgendaItem withheld(String decision) {
		return new AgendaItem(this.id, this.kind, this.subject, this.code, this.title, this.href, this.purpose,
				this.proposedOn, this.adoptedOn, decision, this.papers, this.ballots, this.conclusion, this.repeats);
	}

	AgendaItem sent(Papers sent) {
		List<Papers> all = new ArrayList<>(this.papers);
		all.add(sent);
		return new AgendaItem(this.id, this.kind, this.subject, this.code, this.title, this.href, this.purpose,
				this.proposedOn, this.adoptedOn, this.withheld, all, this.ballots, this.conclusion, this.repeats);
	}

	AgendaItem concluded(Conclusion what) {
		return new AgendaItem(this.id, this.kind, this.subject, this.code, this.title, this.href, this.purpose,
				this.proposedOn, this.adoptedOn, this.withheld, this.papers, this.ballots, what, this.repeats);
	}

	AgendaItem voted(UUID ballot, Conclusion what) {
		List<UUID> all = new ArrayList<>(this.ballots);
		all.add(ballot);
		return new AgendaItem(this.id, this.kind, this.subject, this.code, this.title, this.href, this.purpose,
				this.proposedOn, this.adoptedOn, this.withheld, this.papers, all, what, this.repeats);
	}

	@JsonIgnore
	boolean isAdopted() {
		return this.adoptedOn != null;
	}

	/**
	 * Whether the meeting still has to deal with it.
	 */
	@JsonIgnore
	boolean isPending() {
		return isAdopted() && this.conclusion == null;
	}

	/**
	 * Whether its report is to be supplemented or made anew at the next meeting.
	 */
	@JsonIgnore
	boolean isReturned() {
		return this.conclusion != null && this.conclusion.again() == Again.NEXT_MEETING;
	}

	/**
	 * The same report once more, at the meeting that wants it supplemented or made anew.
	 */
	AgendaItem again(UUID other, LocalDate on) {
		return new AgendaItem(other, this.kind, this.subject, this.code, this.title, this.href, this.purpose, on, on,
				this.withheld, List.of(), List.of(), null, this.id);
	}

	/**
	 * The day its papers first went to the members.
	 */
	@JsonIgnore
	Optional<LocalDate> papersSentOn() {
		return this.papers.stream().map(Papers::sentOn).min(LocalDate::compareTo);
	}

	/**
	 * Papers that went to the members.
	 *
	 * @param files the files
	 * @param lateReason why they went late; empty if they did not
	 */
	@Schema(name = "AgendaPapersSent")
	record Papers(LocalDate sentOn, List<UUID> files, String lateReason) {

		Papers {
			files = List.copyOf(files);
		}

	}

	/**
	 * What came of an item.
	 *
	 * @param nextStep what follows where it was not put to the vote; empty otherwise
	 * @param again when a report is supplemented or made anew; missing for others
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Conclusion(LocalDate on, Result result, String note, String nextStep, @Nullable Text explanation,
			@Nullable Again again) {

		Conclusion(LocalDate on, Result result, String note, String nextStep, @Nullable Text explanation) {
			this(on, result, note, nextStep, explanation, null);
		}

	}

	/**
	 * When a report with which members do not agree is supplemented or made anew.
	 */
	@Schema(name = "ReportAgain")
	enum Again {

		/** 本次会议. */
		THIS_MEETING,
		/** 下次会议. */
		NEXT_MEETING

	}

	/**
	 * What can come of an item.
	 */
	enum Result {

		/** 通过. */
		PASSED,
		/** 未通过. */
		REJECTED,
		/** 已审议. */
		DELIBERATED,
		/** 已听取报告. */
		REPORT_HEARD,
		/** 责成补充或者重新报告. */
		REPORT_RETURNED,
		/** 暂不交付表决. */
		NOT_PUT_TO_VOTE,
		/** 撤回. */
		WITHDRAWN

	}

}
