package renda.deputy.law;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a regulation: enough to cite it. It is read from the data of
 * the register's events, whatever else they say.
 *
 * @param id the register's id
 * @param status its status as the register last told: IN_FORCE, REPEALED, …
 * @param effectiveOn since when its latest version takes effect; null where that is not
 * known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegulationTitle(UUID id, String title, String status, @Nullable LocalDate effectiveOn) {

	/**
	 * Which titles to list.
	 */
	record Filter(@Nullable String status) {
	}

}
