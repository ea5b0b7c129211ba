package renda.platform.security;

import java.util.Set;

/**
 * Who may call a handler.
 *
 * @param open whether it needs no token
 * @param roles who may call it; empty and not open: everyone with a token
 */
public record Admission(boolean open, Set<Role> roles) {

	public Admission {
		roles = Set.copyOf(roles);
	}

	/**
	 * Everyone, also without a token.
	 */
	public static Admission everyone() {
		return new Admission(true, Set.of());
	}

	/**
	 * Those with one of the roles; with none said, everyone with a token.
	 */
	public static Admission of(Set<Role> roles) {
		return new Admission(false, roles);
	}

	/**
	 * Whether a caller may call it.
	 */
	boolean allows(Caller caller) {
		return this.open || this.roles.isEmpty() || caller.roles().stream().anyMatch(this.roles::contains);
	}

}
