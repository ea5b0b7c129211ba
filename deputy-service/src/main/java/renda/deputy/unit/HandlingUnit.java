package renda.deputy.unit;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of an organ that may handle suggestions: its code and name, as
 * supervision's register last told.
 *
 * @param id the register's id
 * @param code the code that tokens carry in the claim {@code organ}
 * @param kind what it is: GOVERNMENT, DEPARTMENT, COURT, …
 * @param name its present name
 * @param area the GB/T 2260 code of its area
 * @param abolishedOn the first day it is no more; missing while it exists
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandlingUnit(UUID id, String code, String kind, String name, String area,
		@Nullable LocalDate abolishedOn) {

	/**
	 * Whether suggestions can be given to it on a day.
	 */
	public boolean handlesOn(LocalDate day) {
		return this.abolishedOn == null || day.isBefore(this.abolishedOn);
	}

	/**
	 * Which units to list.
	 */
	record Filter(@Nullable String code, @Nullable String kind, @Nullable String area) {
	}

}
