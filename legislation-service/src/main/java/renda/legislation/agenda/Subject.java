package renda.legislation.agenda;

import java.util.Set;
import java.util.UUID;

/**
 * A case as an agenda shows it.
 *
 * @param kind the kind of case: {@code bill}
 * @param id its id
 * @param code what people call it: {@code FA-2026-0003}
 * @param title its title
 * @param href where it is
 * @param purposes what a meeting may be asked to do with it in its state now; empty: it
 * cannot be tabled
 */
public record Subject(String kind, UUID id, String code, String title, String href, Set<Purpose> purposes) {

	public Subject {
		purposes = Set.copyOf(purposes);
	}

}
