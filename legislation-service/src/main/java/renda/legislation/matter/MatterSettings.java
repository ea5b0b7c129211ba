package renda.legislation.matter;

import java.time.Duration;
import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports on major matters are opened.
 *
 * @param ahead how long before its last day a report is opened
 * @param every how often it is looked for those that come
 */
@ConfigurationProperties("renda.matters")
record MatterSettings(@DefaultValue("P3M") Period ahead, @DefaultValue("1m") Duration every) {
}
