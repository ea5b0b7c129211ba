/**
 * A normative document (规范性文件) as its maker files it: what it is, what it lacks, until
 * when it is to be filed, how it came in, and its receipt. The case it becomes is
 * {@code renda.legislation.filing}.
 */
@NullMarked
package renda.legislation.normative;

import org.jspecify.annotations.NullMarked;
