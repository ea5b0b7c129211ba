/**
 * Deputies' suggestions, criticisms and opinions (代表建议、批评和意见): from the draft to the last
 * promise kept.
 */
@NullMarked
package renda.deputy.suggestion;

import org.jspecify.annotations.NullMarked;
