/**
 * The docket of bills (法规案办理): bills as they are listed, shown and moved by the API, put
 * before meetings and taken over from the past; what a step is decided on is looked up
 * here, and what it does to the plan, the consultation and the register is done from
 * here.
 */
@NullMarked
package renda.legislation.docket;

import org.jspecify.annotations.NullMarked;
