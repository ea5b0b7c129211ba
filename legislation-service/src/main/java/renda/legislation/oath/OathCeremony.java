package renda.legislation.oath;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.post.PostKind.OrganClass;
import renda.legislation.post.PostKind.Organiser;

/**
 * A ceremony (宣誓仪式).
 *
 * @param organiser who organises it
 * @param form whether one swears alone, or several led by one
 * @param leader the appointment of the one who leads; missing where one swears alone
 * @param textVersion which fixed text is spoken
 * @param anthem whether the anthem was played
 * @param emblem whether the flag or the emblem was shown
 * @param formalDress whether all were formally dressed
 * @param constitution whether the left hand lay on the Constitution
 * @param oaths who was asked to swear, and what came of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OathCeremony(UUID id, String code, CeremonyState state, Organiser organiser, LocalDate on, String place,
		Form form, @Nullable UUID leader, String textVersion, boolean anthem, boolean emblem, boolean formalDress,
		boolean constitution, String note, @Nullable List<OathTaken> oaths, boolean sample, long version) {

	/**
	 * The text of 2018 (全国人大常委会关于实行宪法宣誓制度的决定 2018): it is fixed, and the only one in
	 * force since.
	 */
	static final String TEXT = "2018";

	OathCeremony with(List<OathTaken> all) {
		return new OathCeremony(this.id, this.code, this.state, this.organiser, this.on, this.place, this.form,
				this.leader, this.textVersion, this.anthem, this.emblem, this.formalDress, this.constitution, this.note,
				List.copyOf(all), this.sample, this.version);
	}

	/**
	 * What a ceremony can be.
	 */
	@Schema(name = "OathCeremonyState")
	enum CeremonyState {

		/** 已安排. */
		PLANNED,
		/** 已举行. */
		HELD,
		/** 已取消. */
		CANCELLED

	}

	/**
	 * How they swear.
	 */
	@Schema(name = "OathForm")
	enum Form {

		/** 单独宣誓. */
		SINGLE,
		/** 集体宣誓. */
		GROUP

	}

	/**
	 * What came of it for one person.
	 */
	@Schema(name = "OathResult")
	enum Result {

		/** 已通知. */
		INVITED,
		/** 已宣誓. */
		SWORN,
		/** 缺席. */
		MISSED

	}

	/**
	 * One person at one ceremony (一人次).
	 *
	 * @param ceremony the ceremony
	 * @param ceremonyCode its code
	 * @param appointment the appointment or election it follows
	 * @param code its code
	 */
	record OathTaken(UUID id, UUID ceremony, String ceremonyCode, UUID appointment, String code, String person,
			String name, String title, String organ, OrganClass organClass, Organiser organiser, Result result,
			LocalDate on, boolean sample) {
	}

	/**
	 * What is sent to plan a ceremony.
	 *
	 * @param organiser who organises it
	 * @param leader the appointment of the one who leads a group
	 * @param textVersion which text is spoken; the one in force unless told
	 * @param appointments those who are to swear
	 */
	@Schema(name = "OathPlan")
	record Plan(@NotNull Organiser organiser, @NotNull LocalDate on, @NotBlank @Size(max = 200) String place,
			@NotNull Form form, @Nullable UUID leader, @Nullable @Size(max = 20) String textVersion,
			@NotEmpty @Size(max = 500) List<@NotNull UUID> appointments, @Nullable Boolean sample) {
	}

	/**
	 * What is sent once it was held.
	 *
	 * @param heldOn the day; the day it was planned for unless told
	 * @param missed the appointments of those who were absent
	 * @param nameStated whether each said his or her name at the end
	 */
	@Schema(name = "OathHolding")
	record Holding(@Nullable LocalDate heldOn, @NotNull Boolean anthem, @NotNull Boolean emblem,
			@NotNull Boolean formalDress, @NotNull Boolean constitution, @NotNull Boolean nameStated,
			@Nullable @Size(max = 500) List<@NotNull UUID> missed, @Nullable @Size(max = 2000) String note) {
	}

	/**
	 * Another day or place.
	 */
	@Schema(name = "OathMove")
	record Move(@NotNull LocalDate on, @NotBlank @Size(max = 200) String place) {
	}

	/**
	 * Why it is not held.
	 */
	@Schema(name = "OathCancellation")
	record Cancellation(@NotBlank @Size(max = 2000) String reason) {
	}

	/**
	 * A past oath, as a row of an import. Rows with the same ceremony are one ceremony.
	 *
	 * @param ceremony the ceremony's code
	 * @param appointment the appointment's code
	 */
	record OathRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String ceremony,
			@NotNull @PastOrPresent LocalDate on, @NotBlank @Size(max = 200) String place, @NotNull Organiser organiser,
			@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String appointment, @Nullable Boolean sample) {
	}

	/**
	 * Which ceremonies to list.
	 */
	record Filter(@Nullable CeremonyState state, @Nullable Organiser organiser, @Nullable LocalDate from,
			@Nullable LocalDate to, @Nullable String code) {
	}

	/**
	 * Which oaths to list.
	 */
	record OathFilter(@Nullable Result result, @Nullable UUID ceremony, @Nullable UUID appointment,
			@Nullable String person, @Nullable String organ, @Nullable OrganClass organClass,
			@Nullable Organiser organiser, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

}
