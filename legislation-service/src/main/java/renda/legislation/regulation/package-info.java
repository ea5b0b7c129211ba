/**
 * The register of regulations (法规库) as it is read: every text, every version, at every
 * date.
 */
@NullMarked
package renda.legislation.regulation;

import org.jspecify.annotations.NullMarked;
