package renda.legislation.sender;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one sender may send.
 *
 * @param perHour what comes beyond it within an hour is held back, and not lost
 */
@ConfigurationProperties("renda.submissions")
record SubmissionSettings(@DefaultValue("5") int perHour) {
}
