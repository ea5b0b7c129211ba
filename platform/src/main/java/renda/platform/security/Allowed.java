package renda.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may call an endpoint. An endpoint with neither this nor {@link Public} nor
 * {@link AllowedAs} does not start. The authorisation table in {@code docs/} is generated
 * from them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

	/**
	 * The roles, any of which suffices; empty: everyone with a valid token.
	 */
	Role[] value() default {};

}
