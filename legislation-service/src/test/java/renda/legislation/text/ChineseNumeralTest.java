package renda.legislation.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChineseNumeralTest {

	@ParameterizedTest
	@CsvSource({ "一,1", "十,10", "十一,11", "二十,20", "一百零一,101", "一百〇一,101", "一百一十,110", "七百零八,708", "一千二百六十,1260",
			"一千零一十,1010", "两,2", "二〇〇一,2001", "12,12", "0,0", "甲,-1", "'',-1", "一二三四五六七八九,-1" })
	void readsNumbers(String words, int number) {
		assertThat(ChineseNumeral.parse(words)).isEqualTo(number);
	}

	@Test
	void writesWhatItReads() {
		for (int number = 1; number <= 99; number++) {
			assertThat(ChineseNumeral.parse(ChineseNumeral.of(number))).isEqualTo(number);
		}
		assertThat(ChineseNumeral.of(20)).isEqualTo("二十");
		assertThat(ChineseNumeral.of(11)).isEqualTo("十一");
	}

}
