package renda.legislation.contact;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;
import renda.platform.web.Refusal;

/**
 * A grassroots legislative contact point (基层立法联系点; 立法法 第九十条，地方组织法 第六十条).
 *
 * @param code its code, which the tokens of its staff carry in the claim {@code organ}
 * @param name its name
 * @param level whose contact point it is
 * @param host what kind of body runs it
 * @param hostName the body that runs it
 * @param area the GB/T 2260 code of the area it is in
 * @param address where it is
 * @param since the first day it works
 * @param until the first day it no longer does; missing while it works
 * @param sample whether it is an invented sample
 */
public record ContactPoint(@NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String code,
		@NotBlank @Size(max = 100) String name, @NotNull Level level, @NotNull Host host,
		@NotBlank @Size(max = 100) String hostName, @NotNull @Pattern(regexp = "\\d{6}(\\d{3})?") String area,
		@Nullable @Size(max = 200) String address, @NotNull LocalDate since, @Nullable LocalDate until,
		@Nullable Boolean sample) implements Line {

	public ContactPoint {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.since;
	}

	@Override
	public String key() {
		return this.code;
	}

	@Override
	public String words() {
		return this.name + " " + this.hostName;
	}

	@Override
	public Stream<Refusal.FieldError> faults() {
		return Line.ends(this.since, this.until);
	}

	/**
	 * Whether it works on a day.
	 */
	public boolean activeOn(LocalDate day) {
		return !day.isBefore(this.since) && (this.until == null || day.isBefore(this.until));
	}

	/**
	 * Whose contact point it is.
	 */
	public enum Level {

		/** 全国人大常委会. */
		NATION,
		/** 省人大常委会. */
		PROVINCE,
		/** 市人大常委会. */
		CITY,
		/** 县级人大常委会. */
		COUNTY

	}

	/**
	 * What kind of body runs it.
	 */
	public enum Host {

		/** 区县（市）. */
		COUNTY,
		/** 开发区. */
		DEVELOPMENT_ZONE,
		/** 高等院校. */
		UNIVERSITY,
		/** 律师事务所. */
		LAW_FIRM,
		/** 行业协会. */
		ASSOCIATION,
		/** 企业. */
		ENTERPRISE

	}

	/**
	 * Which points to list.
	 *
	 * @param term begun in this term (届)
	 * @param activeOn working on this day
	 */
	record Filter(@Nullable String code, @Nullable Level level, @Nullable Host host, @Nullable String area,
			@Nullable Integer term, @Nullable LocalDate activeOn, @Nullable Boolean sample) {
	}

}
