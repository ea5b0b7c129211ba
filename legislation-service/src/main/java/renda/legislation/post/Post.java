package renda.legislation.post;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A post (职务) as it stands on a day.
 *
 * @param id its id, which never changes
 * @param code its code
 * @param kind what kind of post it is, with the rules that come with it
 * @param organ the code of the organ it belongs to
 * @param title what it is called on that day: 市发展和改革委员会主任
 * @param organName what the organ is called on that day
 * @param seats how many hold it at a time; missing: as many as there are
 * @param since the day from which it is called so
 * @param basis what that rests on
 * @param establishedOn the day it came into being
 * @param abolishedOn the first day it is no more; missing while it exists
 * @param successor the code of the post that took its place
 * @param sample whether it is invented for the demonstration
 * @param version the record's version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Post(UUID id, String code, PostKind kind, String organ, String title, String organName,
		@Nullable Integer seats, LocalDate since, String basis, LocalDate establishedOn,
		@Nullable LocalDate abolishedOn, @Nullable String successor, boolean sample, long version) {

	/** What codes of posts and organs look like. */
	public static final String CODE = "[a-z0-9][a-z0-9-]{1,59}";

	/** What keys of persons look like. */
	public static final String PERSON = "[A-Za-z0-9][A-Za-z0-9-]{1,39}";

	/**
	 * Whether it exists on a day.
	 */
	public boolean existsOn(LocalDate day) {
		return !day.isBefore(this.establishedOn) && (this.abolishedOn == null || day.isBefore(this.abolishedOn));
	}

	/**
	 * What is given to register a post; as a row of an import, too.
	 *
	 * @param kind the code of its kind
	 * @param seats how many hold it at a time; missing: as many as there are
	 * @param basis the decision it rests on
	 */
	@Schema(name = "PostRegistration")
	record Registration(@NotBlank @Pattern(regexp = CODE) String code,
			@NotBlank @Pattern(regexp = "[a-z-]{2,40}") String kind, @NotBlank @Pattern(regexp = CODE) String organ,
			@NotBlank @Size(max = 100) String title, @NotBlank @Size(max = 100) String organName,
			@Nullable @Positive Integer seats, @NotNull LocalDate establishedOn,
			@NotBlank @Size(max = 200) String basis, @Nullable Boolean sample) {
	}

	/**
	 * That the organ was renamed and its duties stay the same.
	 *
	 * @param basis the decision, filed with the standing committee
	 */
	@Schema(name = "PostRenaming")
	record Renaming(@NotNull LocalDate from, @NotBlank @Size(max = 100) String title,
			@NotBlank @Size(max = 100) String organName, @NotBlank @Size(max = 200) String basis) {
	}

	/**
	 * That the post ends, because its organ was abolished or merged.
	 *
	 * @param on the first day it is no more
	 * @param successor the code of the post that takes its place
	 * @param basis the decision, filed with the standing committee
	 */
	@Schema(name = "PostAbolition")
	record Abolition(@NotNull LocalDate on, @Nullable @Pattern(regexp = CODE) String successor,
			@NotBlank @Size(max = 200) String basis) {
	}

	/**
	 * The filters of the list.
	 *
	 * @param on the day to look at, today unless told
	 * @param vacant whether it has a seat that nobody holds
	 */
	record Filter(@Nullable LocalDate on, @Nullable String kind, PostKind.@Nullable OrganClass organClass,
			@Nullable String organ, @Nullable String code, @Nullable Boolean vacant) {
	}

}
