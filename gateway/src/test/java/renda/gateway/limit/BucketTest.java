package renda.gateway.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BucketTest {

	@Test
	void givesTheBurstThenTheRate() {
		ClientBuckets.Bucket bucket = new ClientBuckets.Bucket(3, 0);
		for (int i = 0; i < 3; i++) {
			assertThat(bucket.take(2, 3, 0).allowed()).isTrue();
		}
		Verdict refused = bucket.take(2, 3, 0);
		assertThat(refused.allowed()).isFalse();
		assertThat(refused.delay()).isEqualTo(Duration.ofMillis(500));
		assertThat(bucket.take(2, 3, Duration.ofMillis(499).toNanos()).allowed()).isFalse();
		assertThat(bucket.take(2, 3, Duration.ofMillis(501).toNanos()).allowed()).isTrue();
	}

	@Test
	void neverHoldsMoreThanTheBurst() {
		ClientBuckets.Bucket bucket = new ClientBuckets.Bucket(3, 0);
		assertThat(bucket.take(2, 3, Duration.ofDays(1).toNanos()).remaining()).isEqualTo(2);
	}

	@Test
	void refusesSettingsThatLetNobodyIn() {
		assertThatThrownBy(() -> new RateLimitSettings(true, RateLimitSettings.Store.MEMORY, 0, 0, 10))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new RateLimitSettings(true, RateLimitSettings.Store.MEMORY, 10, 5, 10))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
