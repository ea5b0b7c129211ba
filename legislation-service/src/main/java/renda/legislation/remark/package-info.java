/**
 * Important opinions and suggestions that members give at a meeting of the committee
 * (会议审议中的重要意见和建议): handed to an organ by the office, which reports what it did within
 * three months.
 */
@NullMarked
package renda.legislation.remark;

import org.jspecify.annotations.NullMarked;
