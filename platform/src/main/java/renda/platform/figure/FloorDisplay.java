package renda.platform.figure;

/**
 * Shows a number as reports write it. A floor keeps the leading two digits, but nothing
 * below tens, and from 10,000 on whole 万.
 */
final class FloorDisplay {

	private static final long TEN_THOUSAND = 10_000;

	private FloorDisplay() {
	}

	/**
	 * The exact number.
	 */
	static String exact(long value) {
		return String.valueOf(value);
	}

	/**
	 * The floor of a number with 余: 83 → 80余, 246 → 240余, 2236 → 2200余, 3046 → 3000余,
	 * 71640 → 7万余. A number that is its own floor has no 余.
	 */
	static String floor(long value) {
		if (value < 10) {
			return exact(value);
		}
		if (value >= TEN_THOUSAND) {
			long step = TEN_THOUSAND * Math.max(1, leadingStep(value / TEN_THOUSAND) / 10);
			long floor = value - value % step;
			return floor / TEN_THOUSAND + "万" + rest(value, floor);
		}
		long step = Math.max(10, leadingStep(value) / 10);
		long floor = value - value % step;
		return floor + rest(value, floor);
	}

	/**
	 * 1, 10, 100, …: the unit of the first digit.
	 */
	private static long leadingStep(long value) {
		long step = 1;
		while (value / step >= 10) {
			step *= 10;
		}
		return step;
	}

	private static String rest(long value, long floor) {
		return (value > floor) ? "余" : "";
	}

}
