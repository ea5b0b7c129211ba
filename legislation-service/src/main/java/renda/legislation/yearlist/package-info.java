/**
 * The yearly lists of what makers have made (年度文件目录), held against what is filed: what is
 * due and missing (有件必备).
 */
@NullMarked
package renda.legislation.yearlist;

import org.jspecify.annotations.NullMarked;
