package renda.legislation.grouping;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How comments are taken together.
 *
 * @param alike from how much on two comments on one article count as near-equal, 1 to 100
 */
@Validated
@ConfigurationProperties("renda.consultation")
record GroupingSettings(@DefaultValue("70") @Min(1) @Max(100) int alike) {
}
