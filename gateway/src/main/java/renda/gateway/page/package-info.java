/**
 * The welcome page and the page of the API.
 */
@NullMarked
package renda.gateway.page;

import org.jspecify.annotations.NullMarked;
