package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import renda.deputy.suggestion.SuggestionAction.Satisfaction;

/**
 * A suggestion as the API shows it. Those who act in it see all of it. Others see what is
 * suggested, by whom, who handles it, the days and the classes of the answers; the words
 * of answers and ratings once the handling was made public (代表法 第五十一条).
 *
 * @param session the number of the session it was put forward at; missing between
 * sessions
 * @param petition the petition it was guided from; missing for none
 * @param coSigners who has signed it; to those who act in it, also who was asked
 * @param proposedHandler the unit that the deputies think should handle it
 * @param submittedOn the day it was put forward
 * @param assignedOn the day it was given to units, from which the answer is due
 * @param answeredOn the day by which all units had answered
 * @param notRated whether it is answered and no deputy has said anything about it yet:
 * silence is not consent
 * @param result the last rating's result; missing where it is not rated
 * @param promises whether a promise is still to be kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionView(UUID id, String code, Suggestion.State state, LocalDate stateSince, String title, String content,
		Proposal.Field field, int term, @Nullable Integer session, Proposal.@Nullable Petition petition, Signatory lead,
		List<Signatory> coSigners, String proposedHandler, boolean confidential, @Nullable LocalDate submittedOn,
		@Nullable List<Suggestion.Returned> returns, @Nullable LocalDate assignedOn, List<Part> handlings,
		@Nullable LocalDate answeredOn, Handling.@Nullable Grade replyClass, boolean notRated,
		@Nullable Satisfaction result, List<Rated> ratings, @Nullable List<Suggestion.Evaluation> evaluations,
		@Nullable String conclusion, Suggestion.@Nullable Priority priority, List<Suggestion.OnSite> onSite,
		boolean promises, @Nullable LocalDate publishedOn, @Nullable LocalDate closedOn, @Nullable String withdrawal,
		boolean sample, long version) {

	/**
	 * A view.
	 * @param whole whether for somebody who acts in it
	 */
	static SuggestionView of(Suggestion suggestion, boolean whole) {
		Proposal proposal = suggestion.proposal();
		Suggestion.Intake intake = suggestion.intake();
		Suggestion.Oversight oversight = suggestion.oversight();
		boolean words = whole || oversight.publishedOn() != null;
		int round = suggestion.answeredOn(2).isPresent() ? 2 : 1;
		LocalDate answeredOn = suggestion.answeredOn(round).orElse(null);
		return new SuggestionView(suggestion.id(), suggestion.code(), suggestion.state(), suggestion.stateSince(),
				proposal.title(), proposal.content(), proposal.field(), proposal.term(), proposal.session(),
				proposal.petition(), new Signatory(proposal.lead().seat(), proposal.lead().name(), null),
				signers(proposal, whole), proposal.proposedHandler(), proposal.confidential(), intake.submittedOn(),
				whole ? intake.returns() : null, intake.assignedOn(),
				suggestion.handlings()
					.stream()
					.filter((handling) -> whole || handling.active())
					.map((handling) -> Part.of(handling, whole, words))
					.toList(),
				answeredOn, suggestion.grade(round).orElse(null), answeredOn != null && suggestion.ratings().isEmpty(),
				suggestion.ratings().isEmpty() ? null : suggestion.ratings().getLast().result(),
				suggestion.ratings().stream().map((rating) -> Rated.of(rating, words)).toList(),
				words ? oversight.evaluations() : null, words ? oversight.conclusion() : null, oversight.priority(),
				oversight.onSite(), suggestion.promises(), oversight.publishedOn(), oversight.closedOn(),
				whole ? intake.withdrawal() : null, suggestion.sample(), suggestion.version());
	}

	private static List<Signatory> signers(Proposal proposal, boolean whole) {
		Stream<Proposal.CoSigner> shown = proposal.coSigners()
			.stream()
			.filter((signer) -> whole || signer.answer() == Proposal.Answer.CONFIRMED);
		return shown
			.map((signer) -> new Signatory(signer.signer().seat(), signer.signer().name(),
					whole ? signer.answer() : null))
			.toList();
	}

	/**
	 * A deputy.
	 *
	 * @param seat the seat in the roster
	 * @param answer whether a deputy who was asked signs; missing for the leading deputy
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Signatory(UUID seat, String name, Proposal.@Nullable Answer answer) {
	}

	/**
	 * One unit's part. What stands only in the record of those who act in it is missing
	 * for others.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Part(String organ, String name, Handling.Role role, LocalDate assignedOn, @Nullable LocalDate releasedOn,
			@Nullable String officer, @Nullable List<Handling.Objection> objections,
			@Nullable List<Handling.Contact> contacts, int contactCount, Handling.@Nullable CoOpinion coOpinion,
			@Nullable LocalDate extendedOn, Handling.@Nullable Extension extension, List<Answered> replies) {

		private static Part of(Handling handling, boolean whole, boolean words) {
			Handling.Extension extension = handling.extension();
			return new Part(handling.organ(), handling.name(), handling.role(), handling.assignedOn(),
					handling.releasedOn(), whole ? handling.officer() : null, whole ? handling.objections() : null,
					whole ? handling.contacts() : null, handling.contacts().size(), whole ? handling.coOpinion() : null,
					(extension != null) ? extension.on() : null, whole ? extension : null,
					handling.replies().stream().map((reply) -> Answered.of(reply, whole, words)).toList());
		}

	}

	/**
	 * An answer.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Answered(LocalDate on, @JsonProperty("class") Handling.Grade grade, Handling.Kind kind,
			@Nullable String text, @Nullable String signedBy, @Nullable List<UUID> copiedTo,
			@Nullable String withoutOpinions, Handling.@Nullable Promise promise) {

		private static Answered of(Handling.Reply reply, boolean whole, boolean words) {
			return new Answered(reply.on(), reply.grade(), reply.kind(), words ? reply.text() : null,
					words ? reply.signedBy() : null, whole ? reply.copiedTo() : null,
					whole ? reply.withoutOpinions() : null, reply.promise());
		}

	}

	/**
	 * A rating.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Rated(LocalDate on, Satisfaction attitude, Satisfaction result, @Nullable String reason) {

		private static Rated of(Suggestion.Rating rating, boolean words) {
			return new Rated(rating.on(), rating.attitude(), rating.result(), words ? rating.reason() : null);
		}

	}

}
