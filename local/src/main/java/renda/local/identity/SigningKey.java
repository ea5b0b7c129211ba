package renda.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The key that signs tokens, kept in a file so that tokens outlive a restart.
 */
final class SigningKey {

	private static final int BITS = 2048;

	private SigningKey() {
	}

	static RSAKey at(Path file) throws IOException {
		try {
			if (Files.exists(file)) {
				return RSAKey.parse(Files.readString(file));
			}
			RSAKey key = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
			Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".partial",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(partial, key.toJSONString());
			Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
			return key;
		}
		catch (ParseException | JOSEException ex) {
			throw new IOException("the signing key cannot be read: " + file, ex);
		}
	}

}
