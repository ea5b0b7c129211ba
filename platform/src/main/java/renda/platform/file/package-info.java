/** Attachments: upload once, link to many. */
@NullMarked
package renda.platform.file;

import org.jspecify.annotations.NullMarked;
