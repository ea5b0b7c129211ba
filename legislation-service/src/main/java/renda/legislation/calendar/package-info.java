/**
 * Meetings for calendars to follow (会议日历), as iCalendar.
 */
@NullMarked
package renda.legislation.calendar;

import org.jspecify.annotations.NullMarked;
