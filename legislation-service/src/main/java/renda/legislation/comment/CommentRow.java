package renda.legislation.comment;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.comment.Comment.Channel;
import renda.legislation.comment.Comment.Fate;
import renda.legislation.comment.Comment.Outcome;
import renda.legislation.comment.Comment.Source;
import renda.legislation.sender.Contact;

/**
 * A comment as a row.
 *
 * @param consultation the code of its consultation
 * @param number its number there, by which it is known
 * @param article the id of the article it is about; missing: the whole
 * @param sourceId the contact point or expert, where registered
 * @param outcome what became of it; missing where nothing did yet
 * @param publish whether its words may be shown
 */
record CommentRow(@NotBlank @Size(max = 30) String consultation, @NotBlank @Size(max = 40) String number,
		@Nullable @Size(max = 100) String article, @NotNull Channel channel, @NotNull Source source,
		@Nullable UUID sourceId, @Nullable @Size(max = 100) String sourceName, @NotNull LocalDate madeOn,
		@NotBlank @Size(max = 20_000) String text, @Nullable Boolean publish, @Nullable @Size(max = 50) String name,
		@Nullable @Size(max = 30) String phone, @Nullable @Size(max = 200) String address, @Nullable Outcome outcome,
		@Nullable @Size(max = 2_000) String reason, @Nullable LocalDate answeredOn, @Nullable Boolean sample) {

	Contact contact() {
		return new Contact(this.name, this.phone, this.address, null);
	}

	@Nullable Fate fate() {
		return Fate.of(this.outcome, this.reason, this.answeredOn, this.madeOn);
	}

}
