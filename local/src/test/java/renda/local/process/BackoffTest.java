package renda.local.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

	@Test
	void waitsLongerAfterEachQuickEndAndNotForever() {
		Backoff backoff = new Backoff();
		assertThat(backoff.after(Duration.ZERO)).hasMillis(500);
		assertThat(backoff.after(Duration.ZERO)).hasMillis(1000);
		assertThat(backoff.after(Duration.ZERO)).hasMillis(2000);
		for (int i = 0; i < 10; i++) {
			backoff.after(Duration.ZERO);
		}
		assertThat(backoff.after(Duration.ZERO)).hasSeconds(15);
	}

	@Test
	void startsOverOnceAProgramHasLivedForAMinute() {
		Backoff backoff = new Backoff();
		backoff.after(Duration.ZERO);
		backoff.after(Duration.ZERO);
		assertThat(backoff.after(Duration.ofMinutes(2))).hasMillis(500);
	}

}
