package renda.platform.command;

import java.util.Optional;
import java.util.OptionalLong;

import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;

/**
 * What a change carries besides its body. A controller takes it as an argument.
 *
 * @param caller who asks
 * @param method the HTTP method
 * @param path the path asked for
 * @param idempotencyKey the header {@code Idempotency-Key}, 1 to 255 printable characters
 * @param ifMatch the version in the header {@code If-Match}
 * @param correlationId ties together what one request does across services
 * @param address where the request came from
 */
public record Command(Caller caller, String method, String path, Optional<String> idempotencyKey, OptionalLong ifMatch,
		String correlationId, String address) {

	/**
	 * The version the caller has read.
	 * @throws Refusal 428 where {@code If-Match} is missing
	 */
	public long requiredVersion() {
		return this.ifMatch.orElseThrow(() -> Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", Text.of(
				"请在 If-Match 中给出您读到的版本：ETag，或列表中的 version 加引号，如 \"3\"。",
				"Send the version you have read as If-Match: the ETag, or the version of a list in quotes, as \"3\".")));
	}

}
