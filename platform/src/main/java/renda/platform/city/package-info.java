/** The city profile: what differs from city to city, as data. */
@NullMarked
package renda.platform.city;

import org.jspecify.annotations.NullMarked;
