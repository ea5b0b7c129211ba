package renda.deputy.suggestion;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Given;

/**
 * One unit's part in a suggestion (承办).
 *
 * @param organ the unit's code
 * @param name its name when it was given the suggestion
 * @param role in which capacity
 * @param assignedOn the day it was given the suggestion (交办之日)
 * @param releasedOn the day it was found not to be its business; missing while it is
 * @param officer who handles it in the unit; empty until the unit has taken it on
 * @param acceptedOn the day it took it on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Handling(String organ, String name, Role role, LocalDate assignedOn, @Nullable LocalDate releasedOn,
		String officer, @Nullable LocalDate acceptedOn, List<Objection> objections, List<Contact> contacts,
		@Nullable CoOpinion coOpinion, @Nullable Extension extension, List<Reply> replies) {

	Handling {
		objections = List.copyOf(objections);
		contacts = List.copyOf(contacts);
		replies = List.copyOf(replies);
	}

	static Handling assigned(SuggestionAction.Unit unit, LocalDate on) {
		return new Handling(unit.organ(), Given.orEmpty(unit.name()), unit.role(), on, null, "", null, List.of(),
				List.of(), null, null, List.of());
	}

	boolean active() {
		return this.releasedOn == null;
	}

	/**
	 * Whether it answers the deputies itself.
	 */
	boolean answers() {
		return active() && this.role != Role.CO;
	}

	boolean helps() {
		return active() && this.role == Role.CO;
	}

	Optional<Objection> openObjection() {
		return active() ? this.objections.stream().filter(Objection::open).findFirst() : Optional.empty();
	}

	Optional<Reply> lastReply() {
		return this.replies.isEmpty() ? Optional.empty() : Optional.of(this.replies.getLast());
	}

	/**
	 * All that it has promised, what was replaced included.
	 */
	Stream<Promise> promises() {
		return this.replies.stream().flatMap((reply) -> Stream.ofNullable(reply.promise()));
	}

	Optional<Promise> openPromise() {
		return promises().filter(Promise::open).findFirst();
	}

	Handling released(LocalDate on, String explanation) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, on, this.officer, this.acceptedOn,
				decided(Outcome.UPHELD, on, explanation), this.contacts, this.coOpinion, this.extension, this.replies);
	}

	Handling overruled(LocalDate on, String explanation) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, this.officer,
				this.acceptedOn, decided(Outcome.OVERRULED, on, explanation), this.contacts, this.coOpinion,
				this.extension, this.replies);
	}

	private List<Objection> decided(Outcome outcome, LocalDate on, String explanation) {
		return this.objections.stream()
			.map((known) -> known.open() ? new Objection(known.on(), known.reason(), outcome, on, explanation) : known)
			.toList();
	}

	Handling objecting(LocalDate on, String reason) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, this.officer,
				this.acceptedOn, with(this.objections, new Objection(on, reason, null, null, "")), this.contacts,
				this.coOpinion, this.extension, this.replies);
	}

	Handling handledBy(String person, LocalDate on) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, person,
				(this.acceptedOn != null) ? this.acceptedOn : on, this.objections, this.contacts, this.coOpinion,
				this.extension, this.replies);
	}

	Handling contacted(Contact contact) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, this.officer,
				this.acceptedOn, this.objections, with(this.contacts, contact), this.coOpinion, this.extension,
				this.replies);
	}

	Handling opining(CoOpinion opinion) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, this.officer,
				this.acceptedOn, this.objections, this.contacts, opinion, this.extension, this.replies);
	}

	Handling extended(Extension longer) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, this.officer,
				this.acceptedOn, this.objections, this.contacts, this.coOpinion, longer, this.replies);
	}

	/**
	 * The same with one more reply, which replaces what an earlier one promised and the
	 * unit has not kept.
	 */
	Handling replying(Reply reply) {
		return withReplies(with(this.replies.stream().map((known) -> known.replaced(reply.on())).toList(), reply));
	}

	Handling progressing(Progress progress) {
		return withReplies(this.replies.stream().map((known) -> known.progressing(progress)).toList());
	}

	Handling kept(LocalDate on, String result) {
		return withReplies(this.replies.stream().map((known) -> known.kept(on, result)).toList());
	}

	private Handling withReplies(List<Reply> all) {
		return new Handling(this.organ, this.name, this.role, this.assignedOn, this.releasedOn, this.officer,
				this.acceptedOn, this.objections, this.contacts, this.coOpinion, this.extension, all);
	}

	private static <T> List<T> with(List<T> known, T one) {
		List<T> all = new ArrayList<>(known);
		all.add(one);
		return all;
	}

	/**
	 * In which capacity a unit handles a suggestion (河南代表建议办法 第十三条).
	 */
	enum Role {

		/** 主办（或者单独承办）. */
		MAIN,
		/** 协办. */
		CO,
		/** 分别承办. */
		SEPARATE

	}

	/**
	 * What became of an objection.
	 */
	enum Outcome {

		/** 成立，改办. */
		UPHELD,
		/** 不成立，仍由该单位办理. */
		OVERRULED

	}

	/**
	 * A unit's report that a suggestion is not its business.
	 *
	 * @param outcome missing until it is decided
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Objection(LocalDate on, String reason, @Nullable Outcome outcome, @Nullable LocalDate decidedOn,
			String explanation) {

		boolean open() {
			return this.outcome == null;
		}

	}

	/**
	 * A talk with the deputies.
	 */
	record Contact(LocalDate on, How how, String note) {
	}

	/**
	 * How a unit talked with the deputies.
	 */
	enum How {

		/** 走访. */
		VISIT,
		/** 座谈. */
		MEETING,
		/** 电话. */
		PHONE,
		/** 信函. */
		LETTER

	}

	/**
	 * What a co-handler told the main handler.
	 */
	record CoOpinion(LocalDate on, String text) {
	}

	/**
	 * Why an answer takes longer.
	 *
	 * @param toldOn the day the deputies were told
	 */
	record Extension(LocalDate on, String reason, LocalDate toldOn) {
	}

	/**
	 * An answer.
	 *
	 * @param grade the class that reports count by
	 * @param kind which of the five kinds
	 * @param signedBy the head of the unit who signed it
	 * @param copiedTo the co-signers who got it, by seat
	 * @param withoutOpinions why it does not wait for all co-handlers; empty if it did
	 * @param promise what it promises; missing for none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Reply(LocalDate on, @JsonProperty("class") Grade grade, Kind kind, String text, String signedBy,
			List<UUID> copiedTo, String withoutOpinions, @Nullable Promise promise) {

		private Reply with(Promise changed) {
			return new Reply(this.on, this.grade, this.kind, this.text, this.signedBy, this.copiedTo,
					this.withoutOpinions, changed);
		}

		private Reply replaced(LocalDate day) {
			return (this.promise != null && this.promise.open()) ? with(new Promise(this.promise.id(),
					this.promise.what(), this.promise.by(), this.promise.progress(), null, "", day)) : this;
		}

		private Reply progressing(Progress progress) {
			return (this.promise != null && this.promise.open())
					? with(new Promise(this.promise.id(), this.promise.what(), this.promise.by(),
							Handling.with(this.promise.progress(), progress), null, "", null))
					: this;
		}

		private Reply kept(LocalDate day, String result) {
			return (this.promise != null && this.promise.open()) ? with(new Promise(this.promise.id(),
					this.promise.what(), this.promise.by(), this.promise.progress(), day, result, null)) : this;
		}

	}

	/**
	 * Classes of answers.
	 */
	enum Grade {

		/** 已经解决或者基本解决. */
		A,
		/** 正在解决或者列入计划逐步解决. */
		B,
		/** 留作参考，已说明情况. */
		C

	}

	/**
	 * The five kinds of answers (河南代表建议办法 第十九条), each with its class.
	 */
	enum Kind {

		/** 已经解决. */
		SOLVED(Grade.A),
		/** 有条件解决，及时解决. */
		SOLVABLE(Grade.A),
		/** 列入工作计划、规划. */
		PLANNED(Grade.B),
		/** 确实不能解决. */
		CANNOT(Grade.C),
		/** 属于上级机关职权，已反映. */
		UPPER_LEVEL(Grade.C);

		private final Grade grade;

		Kind(Grade grade) {
			this.grade = grade;
		}

		Grade grade() {
			return this.grade;
		}

	}

	/**
	 * What a unit has promised the deputies (承诺事项).
	 *
	 * @param by the last day
	 * @param doneOn the day it was kept
	 * @param replacedOn the day a later answer replaced it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Promise(UUID id, String what, LocalDate by, List<Progress> progress, @Nullable LocalDate doneOn,
			String result, @Nullable LocalDate replacedOn) {

		static Promise of(UUID suggestion, String organ, int round, SuggestionAction.PromiseMade made) {
			UUID id = UUID.nameUUIDFromBytes((suggestion + "/" + organ + "/" + round).getBytes(StandardCharsets.UTF_8));
			return new Promise(id, made.what(), made.by(), List.of(), null, "", null);
		}

		boolean open() {
			return this.doneOn == null && this.replacedOn == null;
		}

	}

	/**
	 * How far a promise is.
	 */
	record Progress(LocalDate on, String note) {
	}

}
