/**
 * Filing and review of a normative document (规范性文件备案审查) as a case: what happens to a
 * document that a maker issued, by the law's table, from its filing to its correction or
 * annulment; who acts in it, and who sees what of it. It is served in {@code filingdesk},
 * and past filings come in by {@code filingpast}.
 */
@NullMarked
package renda.legislation.filing;

import org.jspecify.annotations.NullMarked;
