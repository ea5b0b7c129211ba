package renda.legislation.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegulationTitleTest {

	@ParameterizedTest
	@CsvSource({ "中华人民共和国立法法,立法法", "《中华人民共和国立法法》,立法法", "某市实施〈中华人民共和国工会法〉办法,某市实施《工会法》办法", "某市实施<工会法>办法,某市实施《工会法》办法",
			"《甲》和《乙》,《甲》和《乙》", "某 市\u3000公园条例(试行),某市公园条例（试行）", "中华人民共和国,中华人民共和国", "第１号,第1号" })
	void comparesTitlesByWhatTheyMean(String title, String normal) {
		assertThat(RegulationTitle.normalise(title)).isEqualTo(normal);
	}

}
