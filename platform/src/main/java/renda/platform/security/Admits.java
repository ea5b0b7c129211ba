package renda.platform.security;

/**
 * A controller that says itself whom the handlers it inherits are for.
 */
public interface Admits {

	/**
	 * Who may call the handlers for a part.
	 */
	Admission admission(AllowedAs.Part part);

}
