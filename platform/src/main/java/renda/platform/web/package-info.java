/** Web conventions: problems, lists, filters, conditional requests. */
@NullMarked
package renda.platform.web;

import org.jspecify.annotations.NullMarked;
