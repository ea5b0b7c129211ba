/**
 * Comments on drafts (意见), anchored to articles: taken from the public, collected by the
 * office, imported, listed, and kept from floods.
 */
@NullMarked
package renda.legislation.comment;

import org.jspecify.annotations.NullMarked;
