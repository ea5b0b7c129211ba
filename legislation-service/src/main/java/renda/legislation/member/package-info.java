/**
 * The rolls of those who decide: the members of the standing committee (常委会组成人员) and the
 * deputies of the city's congress (市人大代表), by term and day.
 */
@NullMarked
package renda.legislation.member;

import org.jspecify.annotations.NullMarked;
