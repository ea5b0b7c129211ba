package renda.platform.command;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How retries are recognised.
 *
 * @param kept how long an answer is kept for a retry; a retry that comes later is a new
 * request
 */
@ConfigurationProperties("renda.idempotency")
record IdempotencySettings(@DefaultValue("7d") Duration kept) {
}
