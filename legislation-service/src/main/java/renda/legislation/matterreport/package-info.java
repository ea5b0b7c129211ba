/**
 * Reports on major matters (重大事项报告): one falls due for each period or event of an item of
 * the list, is examined and heard, and ends with what was done about the resolution or
 * the opinions.
 */
@NullMarked
package renda.legislation.matterreport;

import org.jspecify.annotations.NullMarked;
