/**
 * What projects and other cases tell each other (立法项目的来源与去向): which case started a
 * project, what it is to do to which regulations, how far it is, and what its bill made.
 * The project itself is {@code renda.legislation.project}.
 */
@NullMarked
package renda.legislation.projectlink;

import org.jspecify.annotations.NullMarked;
