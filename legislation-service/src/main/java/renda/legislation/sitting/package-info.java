/**
 * A meeting as it is to others (会议对外): what happens at one asks here whether it is open,
 * who is present and what is on its agenda; calendars and what is kept beside a meeting
 * see no more of it. Who is present and what is said is kept by others still, and told by
 * {@link renda.legislation.sitting.Attendance} and
 * {@link renda.legislation.sitting.Minutes}. How a meeting is planned, opened and closed
 * is the business of {@code meeting}.
 */
@NullMarked
package renda.legislation.sitting;

import org.jspecify.annotations.NullMarked;
