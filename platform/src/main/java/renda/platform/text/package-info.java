/**
 * Chinese texts as people expect them: names in the order of their strokes (以姓名笔画为序).
 */
@NullMarked
package renda.platform.text;

import org.jspecify.annotations.NullMarked;
