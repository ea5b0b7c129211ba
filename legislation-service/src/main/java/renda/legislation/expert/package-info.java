/**
 * The register of the experts of the legislative advisory committee (立法咨询委员会), and their
 * sealed files.
 */
@NullMarked
package renda.legislation.expert;

import org.jspecify.annotations.NullMarked;
