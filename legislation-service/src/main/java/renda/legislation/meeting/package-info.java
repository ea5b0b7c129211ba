/**
 * Meetings of the congress and its standing committee (会议): agenda, notice, papers,
 * quorum, sittings and opinions. What is put before one belongs to other features, and so
 * does what is kept beside it: who is there, who speaks.
 */
@NullMarked
package renda.legislation.meeting;

import org.jspecify.annotations.NullMarked;
