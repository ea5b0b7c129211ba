/** The supervision service: what the committee supervises, and how. */
@NullMarked
package renda.supervision;

import org.jspecify.annotations.NullMarked;
