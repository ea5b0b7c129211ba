/**
 * Filings of the past (往年备案), which come in with the days of their steps and are led
 * through them again.
 */
@NullMarked
package renda.legislation.filingpast;

import org.jspecify.annotations.NullMarked;
