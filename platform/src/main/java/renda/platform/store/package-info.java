/** How features talk to PostgreSQL. */
@NullMarked
package renda.platform.store;

import org.jspecify.annotations.NullMarked;
