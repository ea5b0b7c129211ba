package renda.supervision.petition;

import java.util.Collection;
import java.util.List;

import renda.supervision.organ.Organ;

/**
 * An organ that a matter is passed to, as it stood in the register on that day.
 *
 * @param code the organ's code
 * @param name its name
 * @param kind what it is
 * @param line the codes of the organ and of all above it, from itself upwards
 */
public record Destination(String code, String name, Organ.Kind kind, List<String> line) {

	public Destination {
		line = List.copyOf(line);
	}

	/**
	 * Whether it is one of some organs or stands under one of them.
	 */
	public boolean isUnder(Collection<String> organs) {
		return this.line.stream().anyMatch(organs::contains);
	}

}
