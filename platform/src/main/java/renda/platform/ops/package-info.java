/** What operators see: health and metrics. */
@NullMarked
package renda.platform.ops;

import org.jspecify.annotations.NullMarked;
