package renda.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A caller known by a valid token. The token itself is not kept.
 */
final class CallerAuthentication extends AbstractAuthenticationToken {

	private final Caller caller;

	CallerAuthentication(Caller caller) {
		super(AuthorityUtils.NO_AUTHORITIES);
		this.caller = caller;
		setAuthenticated(true);
	}

	/**
	 * Reads the claims {@code sub}, {@code name}, {@code roles}, {@code areas} and
	 * {@code organ}. A role that is not known here gives no rights.
	 */
	static Caller caller(Jwt token) {
		Set<Role> roles = strings(token, "roles").stream()
			.map(Role::ofClaim)
			.flatMap(Optional::stream)
			.collect(Collectors.toSet());
		String subject = Optional.ofNullable(token.getSubject()).orElse("");
		String name = Optional.ofNullable(token.getClaimAsString("name")).orElse(subject);
		String organ = Optional.ofNullable(token.getClaimAsString("organ")).orElse("");
		return new Caller(subject, name, roles, Set.copyOf(strings(token, "areas")), organ);
	}

	private static Collection<String> strings(Jwt token, String claim) {
		Object value = token.getClaim(claim);
		return switch (value) {
			case Collection<?> many -> many.stream().map(String::valueOf).toList();
			case String one when !one.isBlank() -> Arrays.asList(one.split("[ ,]+"));
			case null, default -> List.of();
		};
	}

	Caller caller() {
		return this.caller;
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public Object getPrincipal() {
		return this.caller;
	}

	@Override
	public String getName() {
		return this.caller.subject();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CallerAuthentication that && this.caller.equals(that.caller);
	}

	@Override
	public int hashCode() {
		return this.caller.hashCode();
	}

}
