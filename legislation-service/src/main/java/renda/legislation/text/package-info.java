/**
 * What a legal text is made of, and what its words say of days, titles and acts.
 */
@NullMarked
package renda.legislation.text;

import org.jspecify.annotations.NullMarked;
