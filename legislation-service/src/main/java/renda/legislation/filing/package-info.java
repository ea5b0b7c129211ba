/**
 * Filing and review of normative documents (规范性文件备案审查): what makers issue is filed,
 * checked, registered, reviewed, and where it is wrong corrected or annulled.
 */
@NullMarked
package renda.legislation.filing;

import org.jspecify.annotations.NullMarked;
