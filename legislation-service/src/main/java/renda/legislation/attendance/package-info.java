/**
 * Attendance at meetings (签到、请假、出席): who is there, who has asked for leave, and how
 * members attend over many meetings.
 */
@NullMarked
package renda.legislation.attendance;

import org.jspecify.annotations.NullMarked;
