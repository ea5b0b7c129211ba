package renda.platform.security;

import java.util.Set;

import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Who is calling. A controller takes it as an argument; it is never null: without a token
 * it is {@link #ANONYMOUS}.
 *
 * @param subject the token's subject; empty for the public
 * @param name the name to show in timelines and the audit trail
 * @param roles the roles held
 * @param areas GB/T 2260 codes of the areas acted for; empty: the whole city
 * @param organ the organ acted for, as code; empty if none
 */
public record Caller(String subject, String name, Set<Role> roles, Set<String> areas, String organ) {

	/** The public. */
	public static final Caller ANONYMOUS = new Caller("", "", Set.of(), Set.of(), "");

	public Caller {
		roles = Set.copyOf(roles);
		areas = Set.copyOf(areas);
	}

	public boolean isAnonymous() {
		return this.subject.isEmpty();
	}

	public boolean has(Role role) {
		return this.roles.contains(role);
	}

	/**
	 * Whether the caller acts for an area: for the whole city, for the area itself, or
	 * for the area around it.
	 * @param area a GB/T 2260 code of six digits, or nine for a town
	 */
	public boolean actsForArea(String area) {
		return this.areas.isEmpty() || this.areas.stream().anyMatch((own) -> area.startsWith(significant(own)));
	}

	/**
	 * Provinces end in 0000 and cities in 00; what stands before is shared by all inside.
	 */
	private static String significant(String area) {
		if (area.length() != 6) {
			return area;
		}
		return area.endsWith("0000") ? area.substring(0, 2) : area.endsWith("00") ? area.substring(0, 4) : area;
	}

	/**
	 * Refuses with 403 unless the caller acts for an area.
	 */
	public void requireArea(String area) {
		if (!actsForArea(area)) {
			throw Refusal.forbidden(Text.of("您不负责区划 %s 的事项。", "You do not act for area %s.", area));
		}
	}

	/**
	 * Refuses with 403 unless the caller acts for an organ.
	 */
	public void requireOrgan(String code) {
		if (!this.organ.equals(code)) {
			throw Refusal.forbidden(Text.of("您不代表机关 %s。", "You do not act for organ %s.", code));
		}
	}

}
