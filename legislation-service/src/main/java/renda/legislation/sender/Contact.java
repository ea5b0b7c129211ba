package renda.legislation.sender;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who sent something, as they say. It is kept encrypted and listed nowhere.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(@Nullable @Size(max = 50) String name,
		@Nullable @Pattern(regexp = "[0-9+() -]{5,30}") String phone, @Nullable @Size(max = 200) String address,
		@Nullable @Email @Size(max = 100) String email) {

	/**
	 * Whether nothing is said.
	 */
	@JsonIgnore
	public boolean isEmpty() {
		return isBlank(this.name) && isBlank(this.phone) && isBlank(this.address) && isBlank(this.email);
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
