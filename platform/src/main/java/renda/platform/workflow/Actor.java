package renda.platform.workflow;

import renda.platform.web.Text;

/**
 * Who somebody is in one case: its handler, the deputy who leads it, the office. Roles
 * say what somebody is in the city; a role alone makes nobody an actor in a case of
 * others.
 */
public interface Actor {

	/**
	 * The name in the API.
	 */
	String name();

	/**
	 * What it is called.
	 */
	Text title();

}
