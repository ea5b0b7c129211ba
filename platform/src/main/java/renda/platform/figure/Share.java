package renda.platform.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shows a part of a whole: exactly, as a fraction that is not reduced, so that both
 * numbers can be checked, and as reports write it.
 */
final class Share {

	private Share() {
	}

	/**
	 * The fraction: {@code 1987/2098}.
	 */
	static String fraction(long part, long whole) {
		return part + "/" + whole;
	}

	/**
	 * The percentage with one decimal, rounded half up: {@code 94.7%}. Only all is 100 %,
	 * and only nothing is 0 %.
	 * @param whole more than 0
	 */
	static String percent(long part, long whole) {
		BigDecimal exact = BigDecimal.valueOf(part).movePointRight(2);
		BigDecimal percent = exact.divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
		if (part < whole && percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
			return "99.9%";
		}
		if (part > 0 && percent.signum() == 0) {
			return "0.1%";
		}
		return percent.stripTrailingZeros().toPlainString() + "%";
	}

}
