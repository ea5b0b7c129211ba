package renda.platform.deadline;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import renda.platform.security.Role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How clocks are watched.
 *
 * @param calendar the calendar of holidays and make-up workdays, as CSV
 * @param every how often it is looked for clocks that are nearly or already over
 * @param offices which office answers for a kind of case; the general office for others
 * @param escalation who is told when
 */
@ConfigurationProperties("renda.deadline")
record DeadlineSettings(Resource calendar, @DefaultValue("1m") Duration every, @DefaultValue Map<String, Role> offices,
		@DefaultValue List<Step> escalation) {

	DeadlineSettings {
		offices = Map.copyOf(offices);
		escalation = escalation.stream().sorted(Comparator.comparingInt(Step::days)).toList();
		if (escalation.stream().map(Step::name).distinct().count() != escalation.size()) {
			throw new IllegalArgumentException("renda.deadline.escalation: two steps of one name");
		}
	}

	/**
	 * The office that answers for a clock.
	 */
	Role office(Deadline clock) {
		return clock.restricted() ? Role.PETITION_OFFICE : this.offices.getOrDefault(clock.kind(), Role.GENERAL_OFFICE);
	}

	/**
	 * One step of escalation.
	 *
	 * @param name its name, kept with each notice: a renamed step is a new one
	 * @param days how many days after the last day; before it where negative
	 * @param holder whether the holder is told
	 * @param office whether the office of the kind is told
	 * @param roles which roles are told besides
	 */
	record Step(String name, int days, @DefaultValue("false") boolean holder, @DefaultValue("false") boolean office,
			@DefaultValue Set<Role> roles) {

		Step {
			roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
		}

		/**
		 * Whether it warns of a last day that has not passed.
		 */
		boolean isWarning() {
			return this.days <= 0;
		}

	}

}
