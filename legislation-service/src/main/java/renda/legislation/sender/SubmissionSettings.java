package renda.legislation.sender;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one sender may send.
 *
 * @param perHour what comes beyond it within an hour is held back, and not lost
 * @param proxies which peers say truly for whom they ask ({@code X-Forwarded-For}), as a
 * regular expression; unless told, those of private networks
 */
@ConfigurationProperties("renda.submissions")
record SubmissionSettings(@DefaultValue("5") int perHour,
		@DefaultValue("(10|127)\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|::1|0:0:0:0:0:0:0:1|f[cd][0-9a-f]{2}:.*") String proxies) {
}
