package renda.legislation.agenda;

import java.time.LocalDate;
import java.util.UUID;

import renda.platform.vote.ElectionOutcome;

/**
 * The outcome of an election, as those who stood take it over.
 *
 * @param ballot the ballot
 * @param meeting the meeting
 * @param meetingName the meeting as documents name it
 * @param on the day of the vote
 * @param outcome who is elected, who is voted on again, and why
 */
public record Elected(UUID ballot, UUID meeting, String meetingName, LocalDate on, ElectionOutcome outcome) {
}
