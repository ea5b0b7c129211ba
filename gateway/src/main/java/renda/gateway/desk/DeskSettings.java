package renda.gateway.desk;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The desk.
 *
 * @param timeout how long one service may take for its part
 * @param zone where today is, while no service says
 */
@ConfigurationProperties("renda.gateway.desk")
record DeskSettings(@DefaultValue("5s") Duration timeout, @DefaultValue("Asia/Shanghai") ZoneId zone) {
}
