/**
 * The register of grassroots legislative contact points (基层立法联系点).
 */
@NullMarked
package renda.legislation.contact;

import org.jspecify.annotations.NullMarked;
