package renda.platform.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Who has to act: an organ, all who hold a role, or one person.
 *
 * @param kind what the code names
 * @param code the organ's code, the role as tokens name it, or the token's subject
 */
public record Holder(Kind kind, String code) {

	public Holder {
		if (code.isBlank()) {
			throw new IllegalArgumentException("a holder without a code");
		}
	}

	/**
	 * An organ or handling unit.
	 */
	public static Holder organ(String code) {
		return new Holder(Kind.ORGAN, code);
	}

	/**
	 * Everybody with a role.
	 */
	public static Holder role(Role role) {
		return new Holder(Kind.ROLE, role.claim());
	}

	/**
	 * One person.
	 * @param subject the subject of the person's token
	 */
	public static Holder person(String subject) {
		return new Holder(Kind.PERSON, subject);
	}

	/**
	 * One word for it, as stored and as clients see it: {@code organ:finance},
	 * {@code role:deputy-office}, {@code person:…}.
	 */
	@JsonValue
	public String text() {
		return this.kind.name().toLowerCase(Locale.ROOT) + ":" + this.code;
	}

	/**
	 * Reads {@link #text()} back.
	 * @throws Refusal 400 where it is no holder
	 */
	@JsonCreator
	public static Holder parse(String text) {
		int colon = text.indexOf(':');
		for (Kind kind : Kind.values()) {
			if (colon > 0 && kind.name().toLowerCase(Locale.ROOT).equals(text.substring(0, colon))
					&& !text.substring(colon + 1).isBlank()) {
				return new Holder(kind, text.substring(colon + 1));
			}
		}
		throw Refusal.invalid("holder", Text.of("责任方须写作 organ:代码、role:角色 或 person:标识。",
				"A holder is organ:code, role:name or person:subject."));
	}

	/**
	 * Whether a caller is the holder, or one of those who hold it together.
	 */
	public boolean isHeldBy(Caller caller) {
		return of(caller).contains(text());
	}

	/**
	 * All that a caller is, as words of {@link #text()}: the person, the organ, the
	 * roles.
	 */
	public static List<String> of(Caller caller) {
		List<String> held = new ArrayList<>();
		if (!caller.isAnonymous()) {
			held.add(person(caller.subject()).text());
		}
		if (!caller.organ().isBlank()) {
			held.add(organ(caller.organ()).text());
		}
		caller.roles().stream().sorted().map((role) -> role(role).text()).forEach(held::add);
		return List.copyOf(held);
	}

	/**
	 * The same in a city: an office of another city is no office here.
	 * @param area the city's code
	 */
	public static List<String> of(Caller caller, String area) {
		List<String> held = of(caller);
		return caller.actsForArea(area) ? held : held.stream().filter((text) -> !text.startsWith("role:")).toList();
	}

	/**
	 * What may have to act.
	 */
	public enum Kind {

		/** 国家机关、承办单位. */
		ORGAN,
		/** 持有某一角色的人员. */
		ROLE,
		/** 个人. */
		PERSON

	}

}
