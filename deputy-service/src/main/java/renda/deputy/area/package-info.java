/** Administrative areas: codes, hierarchy, and names by date. */
@NullMarked
package renda.deputy.area;

import org.jspecify.annotations.NullMarked;
