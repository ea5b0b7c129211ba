/**
 * An embedded PostgreSQL server with one database and one role for each service.
 */
@NullMarked
package renda.local.postgres;

import org.jspecify.annotations.NullMarked;
