package renda.platform.workflow;

import renda.platform.web.Text;

/**
 * A state of a kind of case; the enum of its states implements it. In the database it
 * stands by its name, under a CHECK that lists exactly these.
 */
public interface CaseState {

	/**
	 * The name in the API.
	 */
	String name();

	/**
	 * What it is called.
	 */
	Text title();

	/**
	 * Whether nothing is to be done any more. What still runs when a case gets here is
	 * cancelled.
	 */
	default boolean isFinal() {
		return false;
	}

}
