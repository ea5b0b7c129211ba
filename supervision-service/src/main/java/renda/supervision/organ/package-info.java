/**
 * Organs (机关) and departments (部门), with their names, areas and places by date, and who
 * supervises whom.
 */
@NullMarked
package renda.supervision.organ;

import org.jspecify.annotations.NullMarked;
