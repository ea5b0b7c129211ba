package renda.platform.workflow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lists as cases hold them: never changed, only followed by another.
 */
public final class Lists {

	private Lists() {
	}

	/**
	 * A list with one more at its end.
	 */
	public static <T> List<T> plus(List<T> known, T one) {
		return Stream.concat(known.stream(), Stream.of(one)).toList();
	}

}
