/** One declaration for each kind of case, and the pure decision on a step. */
@NullMarked
package renda.platform.workflow;

import org.jspecify.annotations.NullMarked;
