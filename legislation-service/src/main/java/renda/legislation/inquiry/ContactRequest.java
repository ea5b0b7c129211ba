package renda.legislation.inquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.contact.ContactPoints;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * A request to one contact point or expert for opinions (征求意见函).
 *
 * @param number the number of the letter
 * @param point the code of the contact point; missing where an expert is asked
 * @param expert the id of the expert; missing where a contact point is asked
 * @param subject what it is about, such as the title of a draft
 * @param question what is asked
 * @param href where the draft is
 * @param consultation the code of the consultation on the draft; missing where there is
 * none
 * @param sentOn the day it was sent
 * @param dueOn the last day to answer
 * @param answeredOn the day of the first opinion; missing until then
 * @param state whether it was answered
 * @param sample whether it is an invented sample
 */
record ContactRequest(@NotBlank @Size(max = 60) String number, @Nullable @Size(max = 40) String point,
		@Nullable UUID expert, @NotBlank @Size(max = 200) String subject, @NotBlank @Size(max = 4000) String question,
		@Nullable @Size(max = 300) String href, @Nullable @Size(max = 30) String consultation,
		@NotNull LocalDate sentOn, @NotNull LocalDate dueOn, @Nullable LocalDate answeredOn, @Nullable State state,
		@Nullable Boolean sample) implements Line {

	ContactRequest {
		sample = Boolean.TRUE.equals(sample);
		state = (answeredOn == null) ? State.SENT : answeredOn.isAfter(dueOn) ? State.ANSWERED_LATE : State.ANSWERED;
	}

	@Override
	public LocalDate day() {
		return this.sentOn;
	}

	@Override
	public String key() {
		return this.number + "\u001f" + ((this.point != null) ? this.point : this.expert);
	}

	@Override
	public String words() {
		return this.subject + " " + this.question;
	}

	@Override
	public @Nullable Owner partOf() {
		return (this.point == null) ? null : new Owner("point", ContactPoints.LEDGER.name(), this.point);
	}

	@Override
	public Stream<Refusal.FieldError> faults() {
		Stream<Refusal.FieldError> asked = ((this.point == null) != (this.expert == null)) ? Stream.empty()
				: Stream.of(new Refusal.FieldError("/point",
						Text.of("须为一个联系点（point）或者一位专家（expert）。", "Name one contact point or one expert.")));
		Stream<Refusal.FieldError> due = !this.dueOn.isBefore(this.sentOn) ? Stream.empty() : Stream
			.of(new Refusal.FieldError("/dueOn", Text.of("不得早于发出日期。", "It must not be before the day it is sent.")));
		return Stream.concat(asked, due);
	}

	ContactRequest answered(LocalDate on) {
		return new ContactRequest(this.number, this.point, this.expert, this.subject, this.question, this.href,
				this.consultation, this.sentOn, this.dueOn, on, this.state, this.sample);
	}

	ContactRequest on(String code) {
		return new ContactRequest(this.number, this.point, this.expert, this.subject, this.question, this.href, code,
				this.sentOn, this.dueOn, this.answeredOn, this.state, this.sample);
	}

	/**
	 * Where a request stands.
	 */
	enum State {

		/** 已发出. */
		SENT,
		/** 已回复. */
		ANSWERED,
		/** 逾期回复. */
		ANSWERED_LATE

	}

	/**
	 * A letter to one or several contact points and experts.
	 *
	 * @param consultation the id of the consultation on the draft; missing: the last one
	 * whose draft has the subject as its title, if there is one
	 * @param points the ids of the contact points
	 * @param experts the ids of the experts
	 * @param sentOn the day it was sent; today unless told
	 */
	@Schema(name = "ContactLetter")
	record Letter(@NotBlank @Size(max = 60) String number, @NotBlank @Size(max = 200) String subject,
			@NotBlank @Size(max = 4000) String question,
			@Nullable @Size(max = 300) @Pattern(regexp = "(/|https://).*") String href, @Nullable UUID consultation,
			@Nullable LocalDate sentOn, @NotNull LocalDate dueOn, @Size(max = 100) List<@NotNull UUID> points,
			@Size(max = 100) List<@NotNull UUID> experts, @Nullable Boolean sample) {

		Letter {
			points = (points != null) ? points.stream().distinct().toList() : List.of();
			experts = (experts != null) ? experts.stream().distinct().toList() : List.of();
		}

		ContactRequest to(@Nullable String point, @Nullable UUID expert, @Nullable String code, LocalDate today) {
			return new ContactRequest(this.number, point, expert, this.subject, this.question, this.href, code,
					(this.sentOn != null) ? this.sentOn : today, this.dueOn, null, State.SENT, this.sample);
		}

	}

	/**
	 * Which requests to list.
	 *
	 * @param point the code of the contact point
	 * @param consultation the code of the consultation
	 * @param dueTo to be answered by this day at the latest
	 */
	record Filter(@Nullable String number, @Nullable String point, @Nullable String consultation, @Nullable State state,
			@Nullable LocalDate dueTo, @Nullable Integer term, @Nullable Integer year, @Nullable Boolean sample) {

		Filter of(String own) {
			return new Filter(this.number, own, this.consultation, this.state, this.dueTo, this.term, this.year,
					this.sample);
		}

	}

}
