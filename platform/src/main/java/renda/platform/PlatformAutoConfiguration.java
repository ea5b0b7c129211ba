package renda.platform;

import renda.platform.audit.AuditConfiguration;
import renda.platform.cases.CaseConfiguration;
import renda.platform.city.CityProfile;
import renda.platform.command.CommandConfiguration;
import renda.platform.deadline.DeadlineConfiguration;
import renda.platform.event.EventConfiguration;
import renda.platform.file.FileConfiguration;
import renda.platform.figure.FigureConfiguration;
import renda.platform.ingest.IngestConfiguration;
import renda.platform.ops.OpsConfiguration;
import renda.platform.rule.RuleConfiguration;
import renda.platform.security.SecurityConfiguration;
import renda.platform.store.StoreConfiguration;
import renda.platform.web.ListingConfiguration;
import renda.platform.web.WebConfiguration;
import renda.platform.webhook.WebhookConfiguration;
import renda.platform.work.WorkConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * All mechanisms. Every bean can be replaced by a service's own.
 */
@AutoConfiguration(before = { ReactiveOAuth2ResourceServerAutoConfiguration.class,
		ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class, ReactiveWebSecurityAutoConfiguration.class,
		ReactiveManagementWebSecurityAutoConfiguration.class })
@EnableConfigurationProperties(CityProfile.class)
@Import({ WorkConfiguration.class, OpsConfiguration.class, EventConfiguration.class, AuditConfiguration.class,
		WebhookConfiguration.class, FileConfiguration.class, FigureConfiguration.class, IngestConfiguration.class,
		WebConfiguration.class, ListingConfiguration.class, CaseConfiguration.class, SecurityConfiguration.class,
		StoreConfiguration.class, CommandConfiguration.class, RuleConfiguration.class, DeadlineConfiguration.class })
public class PlatformAutoConfiguration {

}
