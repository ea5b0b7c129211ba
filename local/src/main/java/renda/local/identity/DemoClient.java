package renda.local.identity;

import java.util.List;

/**
 * A caller that the demonstration knows.
 *
 * @param id the client id, also the token's {@code sub}
 * @param role the one role, also in the secret {@code demo-<role>}
 * @param name the token's {@code name}
 * @param areas codes of GB/T 2260 that the caller works for
 * @param organ the organ that the caller belongs to; empty for none
 */
public record DemoClient(String id, String role, String name, List<String> areas, String organ) {

	/**
	 * The secret, known to everyone: this provider is for development only.
	 */
	public String secret() {
		return "demo-" + this.role;
	}

}
