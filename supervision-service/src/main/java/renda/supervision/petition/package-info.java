/**
 * Petitions (人大信访): matters that people bring to the standing committee, which passes
 * them on and sees to it that they are dealt with, and never decides them itself
 * (信访工作条例). All of it is confidential.
 */
@NullMarked
package renda.supervision.petition;

import org.jspecify.annotations.NullMarked;
