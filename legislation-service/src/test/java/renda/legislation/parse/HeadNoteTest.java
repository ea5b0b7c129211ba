package renda.legislation.parse;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalEvent.Kind;
import renda.legislation.text.LegalText;
import renda.legislation.text.Warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static renda.legislation.parse.ReaderFixtures.codes;
import static renda.legislation.parse.ReaderFixtures.head;

class HeadNoteTest {

	@Test
	void readsWhoPassedWhatAndWhere() {
		LegalText text = head("2001年1月12日 某市第十一届人民代表大会常务委员会第三次会议通过");
		assertThat(text.events()).containsExactly(new LegalEvent(LocalDate.of(2001, 1, 12), Kind.ADOPTED,
				"某市第十一届人民代表大会常务委员会", "第三次会议", "", 0, "2001年1月12日 某市第十一届人民代表大会常务委员会第三次会议通过"));
		assertThat(text.warnings()).isEmpty();
	}

	@Test
	void leg59ReadsTheDecisionAndTheNumberOfAnAmendment() {
		LegalEvent event = head("2018年11月29日 某省第十三届人民代表大会常务委员会第七次会议批准的《某市人民代表大会常务委员会关于修改<某市公园条例>的决定》第二次修正").events()
			.getFirst();
		assertThat(event.kind()).isEqualTo(Kind.APPROVED);
		assertThat(event.decision()).isEqualTo("某市人民代表大会常务委员会关于修改〈某市公园条例〉的决定");
		assertThat(event.ordinal()).isEqualTo(2);
		assertThat(event.meeting()).isEqualTo("第七次会议");
	}

	@Test
	void classifiesByTheFirstVerb() {
		LegalText text = head("""
				2001年1月1日 某市人民代表大会通过
				2001年1月2日 某省人民代表大会批准
				2001年1月3日 公布
				2001年1月4日 国务院令第186号发布
				2001年1月5日 《关于修改〈某市公园条例〉的决定》修正
				2001年1月6日 某市人民代表大会修订
				2001年1月7日 施行
				2001年1月8日 某市人民代表大会废止
				2001年1月9日 某市人民代表大会研究
				""");
		assertThat(text.events()).extracting(LegalEvent::kind)
			.containsExactly(Kind.ADOPTED, Kind.APPROVED, Kind.PROMULGATED, Kind.ISSUED, Kind.AMENDED, Kind.REVISED,
					Kind.EFFECTIVE, Kind.REPEALED, Kind.UNCLASSIFIED);
		assertThat(codes(text)).containsExactly(Warning.Code.UNCLASSIFIED_EVENT);
	}

	@Test
	void splitsEventsThatStandInOneLine() {
		LegalText text = head("2012年7月27日 某省人民代表大会常务委员会第八次会议批准根据2018年8月29日某市人民代表大会常务委员会第四十次会议通过"
				+ "2018年11月29日某省人民代表大会常务委员会第七次会议批准的《关于修改部分地方性法规的决定》第一次修正");
		assertThat(text.events()).extracting(LegalEvent::date, LegalEvent::kind)
			.containsExactly(tuple(LocalDate.of(2012, 7, 27), Kind.APPROVED),
					tuple(LocalDate.of(2018, 8, 29), Kind.ADOPTED), tuple(LocalDate.of(2018, 11, 29), Kind.APPROVED));
		assertThat(codes(text)).contains(Warning.Code.GLUED_EVENTS);
	}

	@Test
	void joinsALineThatGoesOn() {
		LegalText text = head("2015年8月29日 某会常务委员会第十六次会议《关于修改〈甲法〉\n\n〈乙法〉\n\n〈某市公\n\n园条例〉的决定》第三次修正");
		assertThat(text.events()).singleElement()
			.extracting(LegalEvent::decision, LegalEvent::kind, LegalEvent::ordinal)
			.isEqualTo(List.of("关于修改〈甲法〉〈乙法〉〈某市公园条例〉的决定", Kind.AMENDED, 3));
		assertThat(codes(text)).containsOnly(Warning.Code.CONTINUED_EVENT);
	}

	@Test
	void joinsADateWithWhatStandsInTheNextLine() {
		LegalText text = head("1987年9月5日\n\n第六届某会常务委员会第二十二次会议通过");
		assertThat(text.events()).singleElement().extracting(LegalEvent::kind).isEqualTo(Kind.ADOPTED);
	}

	@Test
	void keepsAnEventWithoutADay() {
		LegalText text = head("1987年9月5日 某会第一次会议通过\n\n某会第二次会议修正");
		assertThat(text.events()).extracting(LegalEvent::kind).containsExactly(Kind.ADOPTED, Kind.AMENDED);
		assertThat(text.events().getLast().date()).isNull();
	}

	@Test
	void leavesOutAStrayBracketAndStrayWords() {
		LegalText text = head("2024年11月8日 某会第十二次会议《关于修改〈某市公园条例〉的决定》修正）\n\n2024年12月1日 某会第十三次会议批准 根据");
		assertThat(text.events()).extracting(LegalEvent::text)
			.containsExactly("2024年11月8日 某会第十二次会议《关于修改〈某市公园条例〉的决定》修正", "2024年12月1日 某会第十三次会议批准");
		assertThat(codes(text)).containsExactly(Warning.Code.STRAY_TEXT, Warning.Code.STRAY_TEXT);
	}

	@Test
	void readsNestedTitlesHoweverTheyAreWritten() {
		assertThat(List.of("《关于修改〈实施《甲法》办法〉的决定》", "《关于修改《实施甲法办法》的决定》", "《关于修改＜实施甲法办法＞的决定》"))
			.extracting((title) -> head("2005年1月14日 某会第十三次会议通过的" + title + "修正").events().getFirst().decision())
			.containsExactly("关于修改〈实施《甲法》办法〉的决定", "关于修改《实施甲法办法》的决定", "关于修改〈实施甲法办法〉的决定");
	}

	@Test
	void readsFullWidthDigitsSpacesAndChineseNumerals() {
		LegalText text = head("2001年3月１日\u3000某会第一次会议通过\n\n二〇〇二年十二月三十一日某会第二次会议修正");
		assertThat(text.events()).extracting(LegalEvent::date)
			.containsExactly(LocalDate.of(2001, 3, 1), LocalDate.of(2002, 12, 31));
	}

	@Test
	void doesNotStumbleOverADayThatDoesNotExist() {
		LegalText text = head("2001年2月30日 某会第一次会议通过");
		assertThat(text.events()).singleElement().extracting(LegalEvent::date).isNull();
		assertThat(codes(text)).contains(Warning.Code.NO_EVENTS);
	}

	@Test
	void survivesAHeadWithoutAnyDate() {
		LegalText text = head("");
		assertThat(text.events()).isEmpty();
		assertThat(codes(text)).containsExactly(Warning.Code.NO_EVENTS);
	}

	@Test
	void readsTheMeetingOfACourtAndADayOfEffectInOneLine() {
		LegalText text = head("2020年12月29日最高某院审判委员会第1823次会议通过，自2021年1月1日起施行");
		assertThat(text.events()).extracting(LegalEvent::kind, LegalEvent::organ, LegalEvent::meeting)
			.containsExactly(tuple(Kind.ADOPTED, "最高某院审判委员会", "第1823次会议"), tuple(Kind.EFFECTIVE, "", ""));
	}

	@Test
	void givesEveryDecisionOfAListTheVerbAtItsEnd() {
		LegalText text = head("1997年3月14日 某会修订\n\n根据1998年12月29日《关于惩治甲的决定》、1999年12月25日《修正案》修正");
		assertThat(text.events()).extracting(LegalEvent::kind, LegalEvent::decision)
			.containsExactly(tuple(Kind.REVISED, ""), tuple(Kind.AMENDED, "关于惩治甲的决定"), tuple(Kind.AMENDED, "修正案"));
	}

	@Test
	void leavesOutATitleRepeatedAboveTheEvents() {
		LegalText text = head("某市公园\n\n条例\n\n2001年3月1日 某会第一次会议通过");
		assertThat(text.events()).hasSize(1);
		assertThat(codes(text)).containsExactly(Warning.Code.REPEATED_TITLE);
	}

}
