package renda.gateway.report;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The work report.
 *
 * @param timeout how long one service may take for all its figures
 * @param zone where today is, for a report without a date
 */
@ConfigurationProperties("renda.gateway.work-report")
record ReportSettings(@DefaultValue("5s") Duration timeout, @DefaultValue("Asia/Shanghai") ZoneId zone) {
}
