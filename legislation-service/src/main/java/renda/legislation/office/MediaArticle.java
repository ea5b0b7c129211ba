package renda.legislation.office;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Line;

/**
 * An article on the work of the congress (媒体刊登稿件).
 *
 * @param publishedOn the day it was published
 * @param title its title
 * @param medium where
 * @param level of which level the medium is
 * @param own whether the medium is the congress's own (website, magazine)
 * @param author who wrote it
 * @param link where to read it
 * @param sample whether it is an invented sample
 */
record MediaArticle(@NotNull LocalDate publishedOn, @NotBlank @Size(max = 200) String title,
		@NotBlank @Size(max = 100) String medium, @NotNull Level level, @NotNull Boolean own,
		@Nullable @Size(max = 200) String author,
		@Nullable @Size(max = 500) @Pattern(regexp = "https?://.*") String link,
		@Nullable Boolean sample) implements Line {

	MediaArticle {
		sample = Boolean.TRUE.equals(sample);
	}

	@Override
	public LocalDate day() {
		return this.publishedOn;
	}

	@Override
	public String key() {
		return Line.joined(this.publishedOn, this.medium, this.title);
	}

	@Override
	public String words() {
		return Line.words(this.title, this.medium);
	}

	/**
	 * Which to list.
	 */
	record Filter(@Nullable Integer term, @Nullable Integer year, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Level level, @Nullable String medium, @Nullable Boolean own, @Nullable Boolean sample) {
	}

}
