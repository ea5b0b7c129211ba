package renda.platform.figure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShareTest {

	@ParameterizedTest
	@CsvSource({ "2098, 2098, 100%", "1987, 2098, 94.7%", "111, 2098, 5.3%", "0, 5, 0%", "1, 2, 50%", "1, 8, 12.5%",
			"1, 400, 0.3%", "9999, 10000, 99.9%", "1, 100000, 0.1%" })
	void writesAPartOfAWholeWithOneDecimal(long part, long whole, String percent) {
		assertThat(Share.percent(part, whole)).isEqualTo(percent);
		assertThat(Share.fraction(part, whole)).isEqualTo(part + "/" + whole);
	}

}
