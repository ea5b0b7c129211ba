/**
 * Review requests (审查要求、审查建议): whoever thinks that a normative document is wrong asks for
 * its review, and is told what came of it.
 */
@NullMarked
package renda.legislation.review;

import org.jspecify.annotations.NullMarked;
