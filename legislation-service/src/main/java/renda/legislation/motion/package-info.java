/**
 * Who may bring a motion before the standing committee (议案的提出，地方组织法 第五十二条): the
 * chairpersons' meeting, one of the four organs, a committee, or members together.
 */
@NullMarked
package renda.legislation.motion;

import org.jspecify.annotations.NullMarked;
