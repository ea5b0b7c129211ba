/**
 * Who acts for the chair (代理主任): one of the vice-chairs, elected by the committee while
 * the chair cannot work or the office is vacant. Meanwhile that vice-chair does what the
 * chair does: presides, announces, signs.
 */
@NullMarked
package renda.legislation.actingchair;

import org.jspecify.annotations.NullMarked;
