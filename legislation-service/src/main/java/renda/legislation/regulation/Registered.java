package renda.legislation.regulation;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A regulation of the register as other features see it.
 *
 * @param id its id
 * @param title its title
 * @param city whether it is a local regulation of this city
 * @param status what it is today
 * @param madeByCongress whether the congress itself made the version in force, and not
 * its standing committee
 * @param effectiveOn since when that version holds; missing where unknown
 */
public record Registered(UUID id, String title, boolean city, RegulationStatus status, boolean madeByCongress,
		@Nullable LocalDate effectiveOn) {

	/**
	 * Whether it is in force.
	 */
	public boolean inForce() {
		return this.status == RegulationStatus.IN_FORCE;
	}

}
