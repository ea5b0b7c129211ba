package renda.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that several controllers inherit, each for callers of its own: the
 * controller, which {@link Admits}, says whom. The authorisation table names the roles
 * that it says.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedAs {

	/**
	 * What a caller must be to the controller.
	 */
	Part value();

	/**
	 * What callers are to what a controller serves.
	 */
	enum Part {

		/** Reads it. */
		READER,
		/** Keeps it: enters, puts right and takes out. */
		KEEPER,
		/** Reads who changed it, and why. */
		AUDITOR

	}

}
