/**
 * Counting time by law: working days, clocks of cases, what is overdue, and who is told.
 */
@NullMarked
package renda.platform.deadline;

import org.jspecify.annotations.NullMarked;
