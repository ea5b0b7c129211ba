/**
 * Speeches (发言): what is said at a meeting, written down, confirmed by whoever spoke, and
 * public with the meeting.
 */
@NullMarked
package renda.legislation.speech;

import org.jspecify.annotations.NullMarked;
