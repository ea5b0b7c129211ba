package renda.platform.command;

import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.http.HttpStatus;

/**
 * What a change answers.
 *
 * @param <T> the type of the body
 * @param status 200, 201, 202 or 204
 * @param body what the changed thing looks like now; empty with 204
 * @param location where it is, for 201
 * @param version its version, which becomes the {@code ETag}
 * @param subject what was changed, for the audit trail: {@code regulation/018f…}
 */
public record Answer<T>(HttpStatus status, Optional<T> body, Optional<String> location, OptionalLong version,
		String subject) {

	public static <T> Answer<T> created(String location, long version, String subject, T body) {
		return new Answer<>(HttpStatus.CREATED, Optional.of(body), Optional.of(location), OptionalLong.of(version),
				subject);
	}

	public static <T> Answer<T> changed(long version, String subject, T body) {
		return new Answer<>(HttpStatus.OK, Optional.of(body), Optional.empty(), OptionalLong.of(version), subject);
	}

	/**
	 * 200 with a body that has no version of its own.
	 */
	public static <T> Answer<T> done(String subject, T body) {
		return new Answer<>(HttpStatus.OK, Optional.of(body), Optional.empty(), OptionalLong.empty(), subject);
	}

	/**
	 * 204.
	 */
	public static <T> Answer<T> gone(String subject) {
		return new Answer<>(HttpStatus.NO_CONTENT, Optional.empty(), Optional.empty(), OptionalLong.empty(), subject);
	}

}
