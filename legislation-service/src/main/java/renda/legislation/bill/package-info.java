/**
 * Bills (地方性法规案): from the drafting of a project to the promulgation of the regulation,
 * which enters the register in the same transaction (立法法, 郑州市地方立法条例).
 */
@NullMarked
package renda.legislation.bill;

import org.jspecify.annotations.NullMarked;
