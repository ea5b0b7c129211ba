/**
 * Legislative projects (立法项目), from the proposal of an organ, a deputy or the public to
 * the regulation: what is to be made or changed, who drafts it, and how far its bill is.
 */
@NullMarked
package renda.legislation.project;

import org.jspecify.annotations.NullMarked;
