/**
 * Consultations of the public on drafts (征求意见): opened, made longer, closed, reported on;
 * views heard at meetings; and where the articles commented on stand in later drafts.
 */
@NullMarked
package renda.legislation.consultation;

import org.jspecify.annotations.NullMarked;
