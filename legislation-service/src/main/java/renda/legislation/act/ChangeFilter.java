package renda.legislation.act;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.regulation.Level;
import renda.legislation.text.LegalAct;

/**
 * What a list of changes can be narrowed by.
 *
 * @param regulation the regulation
 * @param act the act
 * @param kind what the act did
 * @param level whose regulation it is
 * @param term passed in this term of the city's congress (届), by the calendar of the city
 * profile
 * @param asOf passed, and approved where approval is asked for, at the latest on this day
 * @param year passed in this year
 * @param approved only those approved by the province, or only those not
 * @param packaged only by decisions that change several regulations
 * @param packageOf only by decisions that change several regulations, one of which has
 * this in its title
 * @param making only enactments and whole revisions
 * @param sample only invented samples, or only others
 */
record ChangeFilter(@Nullable UUID regulation, @Nullable UUID act, LegalAct.@Nullable Kind kind, @Nullable Level level,
		@Nullable Integer term, @Nullable LocalDate asOf, @Nullable Integer year, @Nullable Boolean approved,
		@Nullable Boolean packaged, @Nullable String packageOf, @Nullable Boolean making, @Nullable Boolean sample) {
}
