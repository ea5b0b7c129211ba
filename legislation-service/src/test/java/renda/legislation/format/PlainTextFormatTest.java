package renda.legislation.format;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.format.FormatFixtures.header;
import static renda.legislation.format.FormatFixtures.hostile;
import static renda.legislation.format.FormatFixtures.lakes;
import static renda.legislation.format.FormatFixtures.written;

class PlainTextFormatTest {

	@Test
	void writesOneLineAPiece() {
		assertThat(written(TextFormat.PLAIN_TEXT, header(), lakes())).startsWith("某市湖泊保护条例\n")
			.contains("\n状态：现行有效\n", "\n第一条　为了保护湖泊，制定本条例。\n湖泊包括水库 & 湿地 <含人工湖>。\n",
					"\n第二条　湖区内禁止：\n　　（一）倾倒垃圾，包括：\n　　　1.建筑垃圾；\n");
	}

	@Test
	void containsEveryWordOfTheText() {
		String written = written(TextFormat.PLAIN_TEXT, header(), lakes());
		lakes().nodes().forEach((node) -> assertThat(written).contains(node.label(), node.text()));
	}

	@Test
	void survivesHostileText() {
		assertThat(written(TextFormat.PLAIN_TEXT, header(), hostile())).doesNotContain("\u0000").contains("103\ue010米");
	}

}
