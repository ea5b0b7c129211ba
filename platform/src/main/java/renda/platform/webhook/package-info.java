/** Webhooks: events pushed to those who asked, signed, in order, until they have them. */
@NullMarked
package renda.platform.webhook;

import org.jspecify.annotations.NullMarked;
