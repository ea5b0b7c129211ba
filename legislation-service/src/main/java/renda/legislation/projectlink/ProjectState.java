package renda.legislation.projectlink;

import renda.platform.web.Text;
import renda.platform.workflow.CaseState;

/**
 * The states of a project.
 */
public enum ProjectState implements CaseState {

	PROPOSED(Text.of("已提出", "Proposed")), TERM_PLAN(Text.of("列入五年规划", "In the plan of the term")),
	ANNUAL_PLAN(Text.of("列入年度计划", "In an annual plan")), DRAFTING(Text.of("起草、审议中", "Drafting")),
	DONE(Text.of("已完成", "Done")), DROPPED(Text.of("未列入或者已调出", "Dropped"));

	private final Text title;

	ProjectState(Text title) {
		this.title = title;
	}

	@Override
	public Text title() {
		return this.title;
	}

	@Override
	public boolean isFinal() {
		return this == DONE || this == DROPPED;
	}

}
