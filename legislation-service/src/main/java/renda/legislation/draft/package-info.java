/**
 * Drafts (草案): the texts that bills and other cases go through, structured as the
 * register's texts are, readable by article and comparable with each other and with the
 * law.
 */
@NullMarked
package renda.legislation.draft;

import org.jspecify.annotations.NullMarked;
