package renda.platform.rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.web.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TimeLimitTest {

	@ParameterizedTest
	@CsvSource({ "10wd,10,WORKING_DAYS,10个工作日,10 working days", "60d,60,DAYS,60日,60 days", "1m,1,MONTHS,1个月,1 month",
			"3m,3,MONTHS,3个月,3 months", "1y,1,YEARS,1年,1 year" })
	void readsWritesAndSpeaks(String written, int amount, TimeLimit.Unit unit, String zh, String en) {
		TimeLimit limit = TimeLimit.parse(written);
		assertThat(limit).isEqualTo(new TimeLimit(amount, unit));
		assertThat(limit.text()).isEqualTo(written);
		assertThat(limit.spoken()).isEqualTo(Text.of(zh, en));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10", "wd", "0d", "-3m", "10 wd", "3M", "１0d", "10wdd", "12345d", "1.5m" })
	void readsNothingElse(String written) {
		assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.parse(written)).withMessageContaining("10wd");
	}

	@Test
	void isNeverEmpty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(0, TimeLimit.Unit.DAYS));
	}

}
