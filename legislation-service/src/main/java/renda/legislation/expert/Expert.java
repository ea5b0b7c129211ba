package renda.legislation.expert;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal;

/**
 * A member of the legislative advisory committee (立法咨询委员会): one appointment for one term.
 * How to reach the person is no part of it.
 *
 * @param name the expert's name
 * @param field the field he or she is asked about
 * @param unit where the expert works
 * @param post the title or post there
 * @param appointedTerm the term (届) of the committee
 * @param appointedBy the decision of the chairpersons' council that appoints
 * @param appointedOn the first day of the appointment
 * @param until the first day it no longer holds; missing while it holds
 * @param conflict what was declared about interests that may conflict
 * @param sample whether it is an invented sample
 */
public record Expert(@NotBlank @Size(max = 50) String name, @NotNull Field field,
		@NotBlank @Size(max = 100) String unit, @Nullable @Size(max = 100) String post,
		@NotNull @Positive Integer appointedTerm, @NotBlank @Size(max = 200) String appointedBy,
		@NotNull LocalDate appointedOn, @Nullable LocalDate until, @NotNull Conflict conflict,
		@Nullable Boolean sample) implements Line {

	public Expert {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.appointedOn;
	}

	@Override
	public @Nullable Integer ofTerm() {
		return this.appointedTerm;
	}

	@Override
	public String key() {
		return Line.joined(this.appointedTerm, this.name, this.unit);
	}

	@Override
	public String words() {
		return Line.words(this.name, this.unit, this.post);
	}

	@Override
	public Stream<Refusal.FieldError> faults() {
		return Line.ends(this.appointedOn, this.until);
	}

	/**
	 * Whether the appointment holds on a day.
	 */
	public boolean holdsOn(LocalDate day) {
		return !day.isBefore(this.appointedOn) && (this.until == null || day.isBefore(this.until));
	}

	/**
	 * What experts are asked about.
	 */
	public enum Field {

		/** 法律. */
		LAW,
		/** 经济. */
		ECONOMY,
		/** 环保. */
		ENVIRONMENT,
		/** 文化. */
		CULTURE,
		/** 城市与社会治理. */
		GOVERNANCE

	}

	/**
	 * What an expert declared about conflicting interests; the words are in the sealed
	 * file.
	 */
	public enum Conflict {

		/** 尚未申报. */
		NOT_DECLARED,
		/** 申报无. */
		NONE,
		/** 申报有. */
		DECLARED

	}

	/**
	 * Which experts to list.
	 *
	 * @param term the term (届) of the committee
	 * @param activeOn appointed on this day
	 */
	record Filter(@Nullable Field field, @Nullable Integer term, @Nullable Conflict conflict,
			@Nullable LocalDate activeOn, @Nullable Boolean sample) {
	}

}
