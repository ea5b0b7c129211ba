/**
 * The routes to the services: their copies, breakers, timeouts, pools and body limits.
 */
@NullMarked
package renda.gateway.route;

import org.jspecify.annotations.NullMarked;
