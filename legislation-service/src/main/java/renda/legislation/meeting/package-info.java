/**
 * Meetings of the congress and its standing committee (会议): agenda, notice, papers,
 * presence and quorum, sittings and opinions. What is tabled there belongs to other
 * features, which say so with {@link renda.legislation.meeting.Tabled}.
 */
@NullMarked
package renda.legislation.meeting;

import org.jspecify.annotations.NullMarked;
