package renda.legislation.format;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormatTableTest {

	@Test
	void readsCellsWithAndWithoutOuterBars() {
		assertThat(FormatTable.of("| 甲 | 乙 |\n|---|:--:|\n丙 | 丁"))
			.isEqualTo(new FormatTable(true, List.of(List.of("甲", "乙"), List.of("丙", "丁"))));
	}

	@Test
	void keepsEmptyCellsAndEscapedBars() {
		assertThat(FormatTable.of("| 甲 |  | a\\|b |").rows()).containsExactly(List.of("甲", "", "a|b"));
	}

	@Test
	void takesATextWithoutBarsForOneCell() {
		assertThat(FormatTable.of("没有表格")).isEqualTo(new FormatTable(false, List.of(List.of("没有表格"))));
		assertThat(FormatTable.of("").rows()).isEmpty();
	}

}
