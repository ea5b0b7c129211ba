/**
 * Consultations of the public on drafts (征求意见): the period, views heard at meetings,
 * comments anchored to articles, what became of each, and the report on it.
 */
@NullMarked
package renda.legislation.consultation;

import org.jspecify.annotations.NullMarked;
