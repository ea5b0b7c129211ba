package renda.legislation.source;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.regulation.Level;
import renda.legislation.regulation.RegulationFixtures;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.text.LegalAct;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTest {

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
	// @formatter:off
			// title, enacted by, place, level
			"花灯条例, 郑州市第十五届人民代表大会常务委员会, 郑州市, CITY",
			"郑州市花灯条例, -, 郑州市, CITY",
			"郑州市花灯条例, 河南省人民代表大会常务委员会, 河南省, PROVINCE",
			"开封市花灯条例, -, 开封市, ELSEWHERE",
			"山东省花灯条例, -, 山东省, ELSEWHERE",
			"中华人民共和国花灯法, -, 全国, NATIONAL",
			"花灯法, 全国人民代表大会常务委员会, 全国, NATIONAL",
			"较大的城市花灯办法, -, 全国, NATIONAL",
			"关于在城市放花灯的决定, -, 全国, NATIONAL"
	// @formatter:on
	})
	void findsThePlaceInTheBodyThatEnactedElseInTheTitle(String title, String by, String place, Level level) {
		assertThat(Lawmaker.of(title, acts(by), SourceFixtures.CITY)).isEqualTo(new Lawmaker(place, level));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
	// @formatter:off
			// folder, title, enacted by, kind
			"-, 郑州市花灯条例, 郑州市人民代表大会常务委员会, LOCAL_REGULATION",
			"-, 郑州市花灯办法, 郑州市人民政府, RULE",
			"-, 郑州市人民代表大会常务委员会关于花灯的决定, 郑州市人民代表大会常务委员会, DECISION",
			"-, 中华人民共和国花灯法, 全国人民代表大会常务委员会, LAW",
			"-, 花灯条例, 国务院, ADMINISTRATIVE_REGULATION",
			"行政法规/, 花灯规定, -, ADMINISTRATIVE_REGULATION",
			"部门规章/, 花灯规定, -, RULE",
			"-, 最高人民法院关于花灯的规定, -, JUDICIAL_INTERPRETATION",
			"-, 全国人民代表大会关于花灯的决议, -, DECISION",
			"-, 花灯须知, -, OTHER"
	// @formatter:on
	})
	void judgesTheKindByMakersFolderAndTitle(String folder, String title, String by, RegulationKind kind) {
		Lawmaker maker = Lawmaker.of(title, acts(by), SourceFixtures.CITY);
		assertThat(RegulationKinds.of(((folder != null) ? folder : "") + title + ".md", title, maker, acts(by)))
			.isEqualTo(kind);
	}

	private static List<LegalAct> acts(String by) {
		return (by == null) ? List.of() : List.of(new LegalAct(LegalAct.Kind.ENACTED, LocalDate.of(2019, 6, 27), by, "",
				null, "", null, null, "", 0, false));
	}

	@Test
	void needsAnApprovalForTheCitysRegulationsOnly() {
		assertThat(new Lawmaker("郑州市", Level.CITY).needsApproval(RegulationKind.LOCAL_REGULATION)).isTrue();
		assertThat(new Lawmaker("郑州市", Level.CITY).needsApproval(RegulationKind.RULE)).isFalse();
		assertThat(new Lawmaker("开封市", Level.ELSEWHERE).needsApproval(RegulationKind.LOCAL_REGULATION)).isFalse();
	}

	@Test
	void cutsATextIntoArticlesUnderTheirHeadingsForSearch() {
		Reading reading = SourceFixtures.reading("", RegulationFixtures.lanterns());
		assertThat(reading.pieces()).extracting(Reading.Piece::nodeId)
			.containsExactly("art_1", "art_2", "art_3", "art_4");
		assertThat(reading.pieces().get(2).path()).isEqualTo("第二章 管理");
		assertThat(reading.pieces().get(2).words()).contains("（二）有桥");
		assertThat(reading.chapters()).isEqualTo(2);
	}

	@Test
	void takesADateFromAFileNameOnlyWhereItIsADay() {
		assertThat(Readings.fileDate("地方性法规/郑州市花灯条例(2019-10-01).md")).isEqualTo(LocalDate.of(2019, 10, 1));
		assertThat(Readings.fileDate("郑州市花灯条例(2019-13-01).md")).isNull();
		assertThat(Readings.fileDate("郑州市花灯条例(2019-10-01)-副本.md")).isNull();
	}

}
