package renda.platform.rule;

import java.util.Arrays;

import renda.platform.web.Text;

/**
 * How far a rule's source binds the city.
 */
public enum Force {

	/** A national law or regulation that binds the city. */
	NATIONAL("N", true, Text.of("国家法律、法规", "National law")),
	/**
	 * A national text written for others, which reaches the city by reference or analogy.
	 */
	NATIONAL_MODEL("n", false, Text.of("国家法律参照适用", "National law by reference")),
	/** A text of the province that binds the city's organs. */
	PROVINCIAL("H", true, Text.of("省的规定", "Provincial text")),
	/** A text written for the province's organs, which cities follow. */
	PROVINCIAL_MODEL("h", false, Text.of("省的规定参照执行", "Provincial text by reference")),
	/** The city's own text. */
	CITY("Z", true, Text.of("本市规定", "The city's own text")),
	/** The text of another place, as a model. */
	ELSEWHERE("X", false, Text.of("外地规定借鉴", "Model of another place")),
	/** The standing orders of the National People's Congress, as a model. */
	CONGRESS_MODEL("x", false, Text.of("全国人大常委会议事规则借鉴", "Model of the national congress")),
	/** Practice without a text. */
	PRACTICE("P", false, Text.of("实践做法", "Practice"));

	private final String tag;

	private final boolean fixed;

	private final Text title;

	Force(String tag, boolean fixed, Text title) {
		this.tag = tag;
		this.fixed = fixed;
		this.title = title;
	}

	/**
	 * The force of a tag of the rule list, such as {@code N}.
	 * @throws IllegalArgumentException where there is no such tag
	 */
	static Force tagged(String tag) {
		return Arrays.stream(values())
			.filter((force) -> force.tag.equals(tag))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no force has the tag " + tag));
	}

	/**
	 * The one-letter tag: N, n, H, h, Z, X, x or P.
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * Whether nobody may set a number of such a rule differently while the rule is in
	 * force.
	 */
	public boolean isFixed() {
		return this.fixed;
	}

	/**
	 * What it is called.
	 */
	public Text title() {
		return this.title;
	}

}
