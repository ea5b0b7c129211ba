package renda.legislation.ballot;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.vote.Election;

/**
 * What is put to the vote.
 *
 * @param meetingCode what people call the meeting
 * @param meetingName the meeting as documents name it
 * @param purpose what the vote is upon
 * @param text the question as it is read out
 * @param scope whether it is about the whole, a clause or an amendment
 * @param part which clause, or what the amendment says; empty for the whole
 * @param subjects the items of the agenda it decides; several are decided together
 * @param together why several are decided together; empty for one
 * @param rule the name of the decision rule
 * @param secret whether nobody may ever learn who chose what (无记名)
 * @param after the ballots that must be decided before it opens
 * @param panel the members entitled where it is not the whole body: a presidium (主席团)
 * @param election who stands for how many seats, where it is an election among
 * candidates; missing where it is for or against
 */
@Schema(name = "BallotQuestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(UUID meeting, String meetingCode, String meetingName, Body body, int term, Purpose purpose,
		String text, Scope scope, String part, List<Matter> subjects, String together, String rule, boolean secret,
		List<UUID> after, List<UUID> panel, @Nullable Election election) {

	public Question {
		subjects = List.copyOf(subjects);
		after = List.copyOf(after);
		panel = List.copyOf(panel);
	}

	/**
	 * Whether its outcome is that of the items themselves: that of an amendment or of a
	 * clause is not, unless the clause is an item of its own.
	 */
	boolean settles() {
		return this.panel.isEmpty()
				&& (this.scope == Scope.WHOLE || (this.scope == Scope.CLAUSE && this.purpose == Purpose.CLAUSE_VOTE));
	}

	/**
	 * The cases voted upon.
	 */
	List<String> cases() {
		return this.subjects.stream().filter((subject) -> subject.id() != null).map(Matter::key).distinct().toList();
	}

	/**
	 * What a vote is about.
	 */
	public enum Scope {

		/** 整体. */
		WHOLE,
		/** 个别重要条款. */
		CLAUSE,
		/** 修正案. */
		AMENDMENT

	}

	/**
	 * One item voted upon.
	 *
	 * @param item the item of the agenda
	 * @param kind the kind of case; empty for an item without one
	 * @param id the case; missing for an item without one
	 * @param code what people call the case
	 * @param title its title
	 */
	@Schema(name = "BallotSubject")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Matter(UUID item, String kind, @Nullable UUID id, String code, String title, String href) {

		String key() {
			return this.kind + '/' + this.id;
		}

	}

}
