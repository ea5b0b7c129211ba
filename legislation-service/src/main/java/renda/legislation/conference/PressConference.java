package renda.legislation.conference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * A press conference on regulations that were made (新闻发布会).
 *
 * @param title what it was about
 * @param heldOn the day
 * @param place where
 * @param speakers who spoke
 * @param regulations the regulations it was about, by their ids in the register
 * @param media who reported
 * @param sample whether it is an invented sample
 */
record PressConference(@NotBlank @Size(max = 200) String title, @NotNull LocalDate heldOn,
		@Nullable @Size(max = 200) String place, @Nullable @Size(max = 500) String speakers,
		@NotEmpty @Size(max = 50) List<@NotNull UUID> regulations,
		@NotNull @Size(max = 100) List<@NotBlank @Size(max = 100) String> media,
		@Nullable Boolean sample) implements Line {

	PressConference {
		regulations = (regulations != null) ? regulations.stream().distinct().toList() : regulations;
		media = (media != null) ? List.copyOf(media) : List.of();
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.heldOn;
	}

	@Override
	public String key() {
		return this.heldOn + "\u001f" + this.title;
	}

	@Override
	public String words() {
		return this.title + " " + String.join(" ", this.media);
	}

	/**
	 * Which conferences to list.
	 *
	 * @param regulation about this regulation
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable UUID regulation, @Nullable Boolean sample) {
	}

	/**
	 * A regulation that conferences were about.
	 *
	 * @param regulation its id in the register
	 * @param title its title
	 * @param firstOn the day of the first conference
	 * @param conferences how many conferences were about it
	 * @param modifiedAt when one of these was last changed
	 */
	record Covered(UUID regulation, String title, LocalDate firstOn, long conferences, OffsetDateTime modifiedAt) {
	}

	/**
	 * Which of them to list.
	 */
	record CoveredFilter(@Nullable Integer term, @Nullable LocalDate to) {
	}

}
