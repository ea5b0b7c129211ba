/**
 * Enactment (法规公布入库): what a promulgated bill makes in the register, and which versions
 * each bill has made.
 */
@NullMarked
package renda.legislation.enactment;

import org.jspecify.annotations.NullMarked;
