package renda.local.identity;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the demonstration's secrets as they are. Everyone knows them, and hashing
 * would cost each token 100 ms.
 */
final class KnownSecrets implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return (secret != null) ? secret.toString() : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence given, @Nullable String known) {
		return given != null && known != null && known.contentEquals(given);
	}

}
