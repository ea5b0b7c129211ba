/**
 * Legislative plans (立法规划、年度立法计划): plans of a term and of a year, their changes, and what
 * came of each item. The items are projects.
 */
@NullMarked
package renda.legislation.plan;

import org.jspecify.annotations.NullMarked;
