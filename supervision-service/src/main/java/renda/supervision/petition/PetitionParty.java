package renda.supervision.petition;

import renda.platform.web.Text;
import renda.platform.workflow.Actor;

/**
 * Who acts in a matter.
 */
public enum PetitionParty implements Actor {

	/** 信访工作机构. */
	OFFICE("信访工作机构", "petition office"),
	/** 承办机关. */
	HANDLER("承办机关", "handling organ"),
	/** 复查机关. */
	REEXAMINER("复查机关", "re-examining organ"),
	/** 复核机关. */
	REVIEWER("复核机关", "reviewing organ"),
	/** 信访人. */
	PETITIONER("信访人", "petitioner"),
	/** 凭查询码认领的居民. */
	CLAIMANT("凭查询码认领的居民", "resident with a look-up key"),
	/** 主任、副主任. */
	LEADER("主任、副主任", "chair or vice-chair"),
	/** 代表工作系统. */
	DEPUTY_SERVICE("代表工作系统", "deputy service");

	private final Text title;

	PetitionParty(String zh, String en) {
		this.title = Text.of(zh, en);
	}

	@Override
	public Text title() {
		return this.title;
	}

}
