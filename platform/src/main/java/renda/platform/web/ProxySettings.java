package renda.platform.web;

import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom a service believes when it says for whom it asks.
 *
 * @param trustedProxies the addresses of the gateway, as a regular expression; unless
 * told, those of private networks
 */
@ConfigurationProperties("renda.web")
record ProxySettings(
		@DefaultValue("(10|127)\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|::1|0:0:0:0:0:0:0:1|f[cd][0-9a-f]{2}:.*") Pattern trustedProxies) {
}
