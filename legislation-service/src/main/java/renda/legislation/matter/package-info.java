/**
 * Major matters (重大事项): the list of what has to be brought before the standing committee,
 * by whom and how often.
 */
@NullMarked
package renda.legislation.matter;

import org.jspecify.annotations.NullMarked;
