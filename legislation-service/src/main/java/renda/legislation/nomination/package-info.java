/**
 * Nominations (提请): whoever the law names asks for an act with the whole file; the
 * personnel office checks file and person, examines the candidate and follows up what is
 * said against it.
 */
@NullMarked
package renda.legislation.nomination;

import org.jspecify.annotations.NullMarked;
