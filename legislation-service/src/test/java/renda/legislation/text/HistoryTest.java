package renda.legislation.text;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.text.LegalAct.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static renda.legislation.parse.ReaderFixtures.head;

class HistoryTest {

	@Test
	void pairsAPassageWithTheApprovalThatFollows() {
		assertThat(History.of(head("""
				2001年1月12日 某市人大常委会第三次会议通过
				2001年3月30日 某省人大常委会第二十一次会议批准
				2010年8月27日 某市人大常委会第十三次会议通过
				2010年9月29日 某省人大常委会第十七次会议批准的《某市人大常委会关于修改部分地方性法规的决定》第一次修正
				""").events())).containsExactly(
				new LegalAct(Kind.ENACTED, day(2001, 1, 12), "某市人大常委会", "第三次会议", day(2001, 3, 30), "某省人大常委会", null,
						null, "", 0, false),
				new LegalAct(Kind.AMENDED, day(2010, 8, 27), "某市人大常委会", "第十三次会议", day(2010, 9, 29), "某省人大常委会", null,
						null, "某市人大常委会关于修改部分地方性法规的决定", 1, true));
	}

	@Test
	void takesARevisionWithItsApprovalAsOneAct() {
		assertThat(History.of(head("""
				1990年8月18日 某市人大常委会第十一次会议通过
				1990年12月26日 某省人大常委会第十九次会议批准
				2000年4月28日 某市人大常委会第十一次会议修订
				2000年5月27日 某省人大常委会第十六次会议批准
				""").events())).extracting(LegalAct::kind, LegalAct::date)
			.containsExactly(tuple(Kind.ENACTED, day(1990, 12, 26)), tuple(Kind.REVISED, day(2000, 5, 27)));
	}

	@Test
	void takesAnAmendmentInOneLine() {
		assertThat(History.of(head("""
				2000年3月15日 某会第三次会议通过
				2015年3月15日 某会第三次会议《关于修改〈某市公园条例〉的决定》第一次修正
				2023年3月13日 某会第一次会议通过的《关于修改〈某市公园条例〉的决定》第二次修正
				""").events())).extracting(LegalAct::kind, LegalAct::ordinal, LegalAct::packaged)
			.containsExactly(tuple(Kind.ENACTED, 0, false), tuple(Kind.AMENDED, 1, false),
					tuple(Kind.AMENDED, 2, false));
	}

	@Test
	void joinsPromulgationAndEffectToThePassage() {
		assertThat(History.of(head("1979年7月1日 某会第二次会议通过\n\n1979年7月4日 公布\n\n1980年1月1日 施行").events())).singleElement()
			.extracting(LegalAct::adoptedOn, LegalAct::promulgatedOn, LegalAct::effectiveOn)
			.containsExactly(day(1979, 7, 1), day(1979, 7, 4), day(1980, 1, 1));
	}

	@Test
	void takesADecreeForAnEnactmentAndItsSuccessorForARevision() {
		assertThat(History.of(head("1995年11月22日 国务院令第186号发布\n\n2020年8月3日 国务院令第729号修订").events()))
			.extracting(LegalAct::kind, LegalAct::decision)
			.containsExactly(tuple(Kind.ENACTED, "国务院令第186号"), tuple(Kind.REVISED, "国务院令第729号"));
	}

	@Test
	void takesARepealAndAnInterpretation() {
		assertThat(History.of(head("2001年1月1日 某会第一次会议通过\n\n2002年1月1日 某会第二次会议解释\n\n2003年1月1日 某会第三次会议废止").events()))
			.extracting(LegalAct::kind)
			.containsExactly(Kind.ENACTED, Kind.INTERPRETED, Kind.REPEALED);
	}

	@Test
	void hasNoActsWithoutEvents() {
		assertThat(History.of(head("").events())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "关于修改部分地方性法规的决定,true", "关于修改〈产品质量法〉等五部法律的决定,true", "关于修改〈甲条例〉、〈乙条例〉的决定,true", "关于修改<甲条例><乙条例>的决定,true",
			"关于修改若干地方性法规的决定,true", "关于修改〈甲条例〉的决定,false", "关于修改〈实施《甲法》办法〉的决定,false", "关于修改〈选举法〉的若干规定的决议,false",
			"关于修改〈甲条例〉部分条款的决定,false" })
	void tellsADecisionOnSeveralTexts(String decision, boolean packaged) {
		assertThat(History.packaged(decision)).isEqualTo(packaged);
	}

	private static LocalDate day(int year, int month, int day) {
		return LocalDate.of(year, month, day);
	}

}
