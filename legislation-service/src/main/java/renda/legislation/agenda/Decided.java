package renda.legislation.agenda;

import java.time.LocalDate;
import java.util.UUID;

import renda.legislation.member.Body;
import renda.platform.vote.Outcome;

/**
 * The outcome of a ballot, as the case that was voted upon takes it over.
 *
 * @param ballot the ballot
 * @param meeting the meeting
 * @param meetingName the meeting as documents name it: 第十六届人大常委会第三次会议
 * @param body which body voted
 * @param on the day of the vote
 * @param purpose what was voted upon
 * @param question the question as it was put
 * @param outcome the outcome with its explanation
 */
public record Decided(UUID ballot, UUID meeting, String meetingName, Body body, LocalDate on, Purpose purpose,
		String question, Outcome outcome) {

	/**
	 * Whether it was passed.
	 */
	public boolean passed() {
		return this.outcome.passed();
	}

}
