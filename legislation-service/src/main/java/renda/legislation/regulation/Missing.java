package renda.legislation.regulation;

import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * What callers are told where the register has nothing with an id.
 */
public final class Missing {

	private Missing() {
	}

	/**
	 * 404: no such regulation.
	 */
	public static Refusal regulation() {
		return Refusal.notFound(Text.of("没有这部法规。", "There is no such regulation."));
	}

	/**
	 * 404: no such version.
	 */
	public static Refusal version() {
		return Refusal.notFound(Text.of("没有这个版本。", "There is no such version."));
	}

}
