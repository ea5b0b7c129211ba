/**
 * The one door of the platform: routes, edge security, limits, breakers and the work
 * report.
 */
@NullMarked
package renda.gateway;

import org.jspecify.annotations.NullMarked;
