/** Import of regulation texts, one file or an archive of many (法规导入). */
@NullMarked
package renda.legislation.intake;

import org.jspecify.annotations.NullMarked;
