/**
 * Resolutions and decisions (决议、决定) of the standing committee and the congress: from the
 * motion to the last report on how they were carried out.
 */
@NullMarked
package renda.legislation.resolution;

import org.jspecify.annotations.NullMarked;
