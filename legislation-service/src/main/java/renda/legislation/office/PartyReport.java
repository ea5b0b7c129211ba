package renda.legislation.office;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal.FieldError;

/**
 * A request or a report to the Party committee (向党委请示报告). The list is internal; how many
 * there were is public.
 *
 * @param sentOn the day it was sent
 * @param title what it is about
 * @param subject its class
 * @param form whether it asks or tells
 * @param recipient to which committee
 * @param documentNumber its number
 * @param answeredOn the day of the answer
 * @param answer the answer
 * @param sample whether it is an invented sample
 */
record PartyReport(@NotNull LocalDate sentOn, @NotBlank @Size(max = 200) String title, @NotNull Subject subject,
		@NotNull Form form, @NotNull Recipient recipient, @Nullable @Size(max = 60) String documentNumber,
		@Nullable LocalDate answeredOn, @Nullable @Size(max = 2000) String answer,
		@Nullable Boolean sample) implements Line {

	PartyReport {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.sentOn;
	}

	@Override
	public String key() {
		return Line.joined(this.sentOn, this.title);
	}

	@Override
	public String words() {
		return Line.words(this.title, this.documentNumber);
	}

	@Override
	public Stream<FieldError> faults() {
		return Line.notBefore("/answeredOn", this.answeredOn, this.sentOn);
	}

	/**
	 * The five classes of what is asked or told.
	 */
	enum Subject {

		/** 重大问题. */
		MAJOR_ISSUE,
		/** 重要立法. */
		IMPORTANT_LEGISLATION,
		/** 重要事项. */
		IMPORTANT_MATTER,
		/** 重点工作. */
		KEY_WORK,
		/** 重要会议. */
		IMPORTANT_MEETING

	}

	/**
	 * Whether it asks or tells.
	 */
	enum Form {

		/** 请示. */
		REQUEST,
		/** 报告. */
		REPORT

	}

	/**
	 * To which Party committee.
	 */
	enum Recipient {

		/** 市委. */
		CITY,
		/** 省委. */
		PROVINCE

	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Subject subject, @Nullable Form form, @Nullable Recipient recipient, @Nullable Boolean sample) {
	}

}
