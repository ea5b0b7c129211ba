package renda.deputy.roster;

import java.util.EnumSet;
import java.util.Set;

import renda.deputy.congress.Congress;
import renda.platform.security.Caller;
import renda.platform.security.Role;

/**
 * What a caller is to a seat.
 */
enum Actor {

	/** 市人大代表工作机构. */
	OFFICE,
	/** 本级（县级）人大常委会. */
	OWN_COMMITTEE,
	/** 原选举单位的人大常委会. */
	ELECTING_COMMITTEE,
	/** 代表本人. */
	SELF;

	/**
	 * What a caller is to a seat; empty for everyone else. A county's committee acts for
	 * its own county only, whatever else its token says.
	 */
	static Set<Actor> of(Caller caller, Congress.Level level, String area, String unitArea, String account) {
		Set<Actor> actors = EnumSet.noneOf(Actor.class);
		if (caller.has(Role.DEPUTY_OFFICE) && caller.actsForArea(area)) {
			actors.add(OFFICE);
		}
		if (caller.has(Role.COUNTY_COMMITTEE)) {
			if (level != Congress.Level.CITY && isOfCounty(caller, area)) {
				actors.add(OWN_COMMITTEE);
			}
			if (level == Congress.Level.CITY && isOfCounty(caller, unitArea)) {
				actors.add(ELECTING_COMMITTEE);
			}
		}
		if (caller.has(Role.DEPUTY) && !account.isEmpty() && account.equals(caller.subject())) {
			actors.add(SELF);
		}
		return actors;
	}

	static Set<Actor> of(Caller caller, Deputy deputy) {
		return of(caller, deputy.level(), deputy.area(), deputy.unitArea(), deputy.account());
	}

	private static boolean isOfCounty(Caller caller, String area) {
		return area.length() >= 6 && caller.areas().contains(area.substring(0, 6));
	}

}
