/**
 * Receipts (件次): every letter, visit, web entry, call and fax that brings a matter, and
 * how one finds its matter.
 */
@NullMarked
package renda.supervision.receipt;

import org.jspecify.annotations.NullMarked;
