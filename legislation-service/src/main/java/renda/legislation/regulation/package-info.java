/**
 * The register of regulations (法规库): every text, every version, at every date.
 */
@NullMarked
package renda.legislation.regulation;

import org.jspecify.annotations.NullMarked;
