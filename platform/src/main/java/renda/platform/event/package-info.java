/** The outbox, the feed, webhooks, and consumers of other services' feeds. */
@NullMarked
package renda.platform.event;

import org.jspecify.annotations.NullMarked;
