package renda.legislation.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an expert, and what was declared: for those who invite only, encrypted at
 * rest, never in a list, an event or a log.
 *
 * @param phone the telephone number
 * @param email the mail address
 * @param address where mail goes
 * @param declaration the words of the declaration on conflicting interests
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExpertFile(@Nullable @Pattern(regexp = "[0-9+() -]{5,30}") String phone,
		@Nullable @Email @Size(max = 200) String email, @Nullable @Size(max = 300) String address,
		@Nullable @Size(max = 4000) String declaration) {

	@Override
	public String toString() {
		return "ExpertFile[]";
	}

}
