package renda.legislation.project;

import java.util.List;

import renda.platform.web.Text;

/**
 * What is to be done to the law.
 */
public enum Making {

	/** 制定. */
	ENACT(Text.of("制定", "enact")),
	/** 修订. */
	REVISE(Text.of("修订", "revise")),
	/** 修正. */
	AMEND(Text.of("修改", "amend")),
	/** 废止. */
	REPEAL(Text.of("废止", "repeal"));

	private final Text title;

	Making(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

	/**
	 * Whether it changes a regulation that is there.
	 */
	boolean changes() {
		return this != ENACT;
	}

	/**
	 * What is done by a project that does all of these at once.
	 */
	static Making of(List<ProjectTarget> targets) {
		return targets.stream().map(ProjectTarget::making).distinct().reduce((one, other) -> AMEND).orElse(AMEND);
	}

}
