package renda.gateway.cache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The cache of public reads.
 *
 * @param enabled whether there is one
 * @param size how much it may hold in all
 * @param largest the largest answer that is kept
 */
@ConfigurationProperties("renda.gateway.cache")
record CacheSettings(@DefaultValue("true") boolean enabled, @DefaultValue("64MB") DataSize size,
		@DefaultValue("1MB") DataSize largest) {

	CacheSettings {
		if (largest.toBytes() <= 0 || size.toBytes() < largest.toBytes()) {
			throw new IllegalArgumentException("renda.gateway.cache.size must not be less than .largest");
		}
	}

}
