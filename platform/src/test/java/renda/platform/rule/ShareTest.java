package renda.platform.rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ShareTest {

	@ParameterizedTest
	@CsvSource({ ">1/2, 46, 24", ">1/2, 51, 26", ">1/2, 61, 31", ">1/2, 563, 282", ">=2/3, 563, 376", ">=1/5, 46, 10",
			">=1/5, 51, 11", ">=1/5, 61, 13", ">=1/10, 563, 57", ">=1/2, 50, 25", ">1/2, 50, 26", ">=2/3, 558, 372" })
	void theFewestWhoAreEnoughAreThoseOfTheStatutes(String written, int whole, int least) {
		Share share = Share.parse(written);
		assertThat(share.leastOf(whole)).isEqualTo(least);
		assertThat(share.isReachedBy(least, whole)).isTrue();
		assertThat(share.isReachedBy(least - 1, whole)).isFalse();
	}

	@Test
	void nobodyIsNoShareOfNobody() {
		assertThat(Share.parse(">=1/2").isReachedBy(0, 0)).isFalse();
	}

	@Test
	void saysItselfAsTheStatutesDo() {
		assertThat(Share.parse(">1/2").spoken().zh()).isEqualTo("过半数");
		assertThat(Share.parse(">=2/3").spoken().zh()).isEqualTo("三分之二以上");
		assertThat(Share.parse(">=1/5").text()).isEqualTo(">=1/5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1/2", ">2/1", ">1/1", ">0/2", "> 1/2", ">1/200", "" })
	void whatIsNoShareIsRefused(String written) {
		assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(written));
	}

}
