package renda.legislation.post;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds a post (任职).
 *
 * @param post the post
 * @param postCode its code
 * @param kind the kind of post
 * @param organ the organ's code
 * @param title what the post was called when it began
 * @param person the key of the personnel file
 * @param acting whether the person stands in for a head (代理)
 * @param since the first day
 * @param until the day it ended; missing while it lasts
 * @param ground why it ended; empty while it lasts
 * @param appointment the appointment it rests on; missing for one that is older
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Holding(UUID id, UUID post, String postCode, String kind, String organ, String title, String person,
		String name, boolean acting, LocalDate since, @Nullable LocalDate until, String ground,
		@Nullable UUID appointment, boolean sample) {

	/**
	 * A holding that begins.
	 *
	 * @param published whether it may be told to everyone
	 */
	public record Begun(UUID post, String person, String name, boolean acting, LocalDate since,
			@Nullable UUID appointment, boolean published, boolean sample) {
	}

	/**
	 * A holding that ends.
	 */
	public record Ended(UUID post, String person, LocalDate on, String ground) {
	}

	/**
	 * That whoever held a post by an appointment holds it no more.
	 */
	public record Left(UUID appointment, LocalDate on) {
	}

	/**
	 * A holding that is older than the platform, as a row of an import.
	 *
	 * @param post the post's code
	 */
	record OfficeHolderRow(@NotBlank @Pattern(regexp = Post.CODE) String post,
			@NotBlank @Pattern(regexp = Post.PERSON) String person, @NotBlank @Size(max = 60) String name,
			@Nullable Boolean acting, @NotNull LocalDate since, @Nullable LocalDate until, @Nullable Boolean sample) {
	}

	/**
	 * The filters of the list.
	 *
	 * @param post the post's code
	 * @param on held on that day
	 */
	record Filter(@Nullable String post, @Nullable String kind, @Nullable String organ, @Nullable String person,
			@Nullable Boolean acting, @Nullable LocalDate on) {
	}

}
