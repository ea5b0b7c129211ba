/** Carries cases through their workflows: storage, steps, timeline, parties, desk. */
@NullMarked
package renda.platform.cases;

import org.jspecify.annotations.NullMarked;
