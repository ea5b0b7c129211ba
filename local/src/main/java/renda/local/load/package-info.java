/**
 * Loading through the public API: the demonstration and folders of regulation texts.
 */
@NullMarked
package renda.local.load;

import org.jspecify.annotations.NullMarked;
