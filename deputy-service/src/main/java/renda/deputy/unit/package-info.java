/** A copy of the organs that handle suggestions (承办单位), kept from supervision's feed. */
@NullMarked
package renda.deputy.unit;

import org.jspecify.annotations.NullMarked;
