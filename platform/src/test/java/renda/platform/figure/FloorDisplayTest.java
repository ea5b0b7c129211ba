package renda.platform.figure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FloorDisplayTest {

	@ParameterizedTest
	@CsvSource({ "246, 240余", "3046, 3000余", "71640, 7万余", "2236, 2200余", "3214, 3200余", "83, 80余", "80, 80",
			"240, 240", "70000, 7万", "9, 9", "0, 0", "10, 10", "99, 90余", "100, 100", "101, 100余", "9999, 9900余",
			"10000, 1万", "10001, 1万余", "123456, 12万余" })
	void keepsTheLeadingTwoDigits(long value, String display) {
		assertThat(FloorDisplay.floor(value)).isEqualTo(display);
	}

}
