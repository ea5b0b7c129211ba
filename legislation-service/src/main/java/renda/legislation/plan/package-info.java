/**
 * Legislative planning (立法规划、年度立法计划): proposals, projects from the idea to the
 * regulation, plans of a term and of a year, their changes, and what came of each item.
 */
@NullMarked
package renda.legislation.plan;

import org.jspecify.annotations.NullMarked;
