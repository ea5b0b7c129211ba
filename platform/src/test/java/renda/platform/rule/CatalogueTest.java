package renda.platform.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.web.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CatalogueTest {

	private static final LocalDate NOW = LocalDate.of(2026, 1, 1);

	private final Catalogue book = Catalogue.book();

	@Test
	void holdsEveryRuleOfEveryArea() {
		assertThat(this.book.rules()).hasSize(466);
		Map<String, Long> areas = this.book.rules()
			.stream()
			.collect(Collectors.groupingBy(Rule::area, TreeMap::new, Collectors.counting()));
		assertThat(areas).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("LEG", 79L), Map.entry("MTG", 39L), Map.entry("MAJ", 9L), Map.entry("FIL", 30L),
						Map.entry("REV", 11L), Map.entry("SUP", 27L), Map.entry("INS", 18L), Map.entry("INQ", 24L),
						Map.entry("BUD", 34L), Map.entry("FIN", 12L), Map.entry("DEB", 10L), Map.entry("AUD", 13L),
						Map.entry("PET", 26L), Map.entry("DEP", 38L), Map.entry("SUG", 29L), Map.entry("MOT", 24L),
						Map.entry("APT", 24L), Map.entry("OATH", 9L), Map.entry("LIV", 6L), Map.entry("TIM", 4L)));
	}

	@Test
	void citesLawArticleAndAShortQuoteForEachRule() {
		assertThat(this.book.rules()).allSatisfy((rule) -> {
			assertThat(rule.id()).matches("[A-Z]+-\\d\\d");
			assertThat(rule.statement()).isNotBlank();
			assertThat(this.book.law(rule).title()).isNotBlank();
			assertThat(rule.article()).matches("第[一二三四五六七八九十百零]+条");
			assertThat(rule.quote()).isNotBlank().hasSizeLessThanOrEqualTo(40);
			assertThat(rule.citation()).isEqualTo(rule.law() + " " + rule.article());
		});
	}

	@Test
	void namesTheFullTitleOfEveryTextCited() {
		assertThat(this.book.laws()).hasSize(41).allSatisfy((law) -> assertThat(law.title()).isNotBlank());
		assertThat(this.book.law(this.book.rule("SUG-13")).title()).isEqualTo("中华人民共和国全国人民代表大会和地方各级人民代表大会代表法");
	}

	@Test
	void endsExactlyTheTwoTextsThatHaveBeenReplaced() {
		List<Rule> ended = this.book.rules().stream().filter((rule) -> rule.to() != null).toList();
		assertThat(ended).allMatch(Rule::superseded).hasSize(88);
		assertThat(this.book.rules().stream().filter(Rule::superseded)).hasSize(88);
		assertThat(ended.stream().filter((rule) -> rule.law().equals("郑州市地方立法条例(2001)"))).hasSize(49)
			.allMatch((rule) -> LocalDate.of(2025, 4, 30).equals(rule.to()));
		assertThat(ended.stream().filter((rule) -> rule.law().equals("河南监督法办法(2015)"))).hasSize(39)
			.allMatch((rule) -> LocalDate.of(2025, 9, 30).equals(rule.to()));
	}

	@ParameterizedTest
	@CsvSource({ "立法法(2023),2023-03-15", "监督法(2024),2024-11-08", "代表法(2025),2025-03-11", "信访工作条例(2022),2022-05-01",
			"预算法(2018),2018-12-29", "预算法实施条例(2020),2020-10-01", "河南预算审查监督条例(2019),2019-10-01",
			"河南宪法宣誓办法(2018),2018-07-01", "河南代表建议办法(2017),2017-08-01", "郑州市地方立法条例(2001),2001-05-01",
			"北京备案审查条例(2024),2024-11-01", "法规规章备案审查条例(2024),2024-11-01" })
	void aRuleIsInForceFromTheDayOfItsText(String law, LocalDate from) {
		assertThat(this.book.rules().stream().filter((rule) -> rule.law().equals(law))).isNotEmpty()
			.allMatch((rule) -> rule.inForceOn(from) && !rule.inForceOn(from.minusDays(1)));
	}

	/**
	 * Who may depart from it: statute-rules 0.2.
	 */
	@ParameterizedTest
	@CsvSource({ "N,true", "n,false", "H,true", "h,false", "Z,true", "X,false", "x,false", "P,false" })
	void onlyWhatBindsTheCityIsFixed(String tag, boolean fixed) {
		assertThat(Force.tagged(tag).isFixed()).isEqualTo(fixed);
	}

	@Test
	void aRuleFixesNothingOnceItsTextHasEnded() {
		Rule rule = this.book.rule("LEG-26");
		assertThat(rule.isFixedOn(LocalDate.of(2025, 4, 30))).isTrue();
		assertThat(rule.isFixedOn(LocalDate.of(2025, 5, 1))).isFalse();
	}

	@Test
	void theValuesOfAParameterFollowEachOtherWithoutAGap() {
		assertThat(this.book.parameters().values()).allSatisfy((parameter) -> {
			List<Parameter.Value> values = parameter.values();
			for (int i = 1; i < values.size(); i++) {
				assertThat(values.get(i - 1).to()).as(parameter.key()).isEqualTo(values.get(i).from().minusDays(1));
			}
			assertThat(values.getLast().to()).isNull();
			assertThat(parameter.rule()).isEqualTo(values.getLast().rule());
		});
	}

	@Test
	void aConfirmedValueOfTodayRestsOnARuleInForce() {
		assertThat(this.book.parameters().values().stream().map((parameter) -> parameter.on(NOW)))
			.filteredOn(Parameter.Value::confirmed)
			.isNotEmpty()
			.allMatch((value) -> this.book.rule(value.rule()).inForceOn(NOW));
	}

	@Test
	void refusesWithTheWordsOfTheBook() {
		assertThat(RuleBook.statutory(NOW)
			.refuse("DEP-05", Text.of("不得", "must not"), Map.of("area", "410102"))
			.properties()).containsEntry("rule", "DEP-05")
			.containsEntry("citation", "选举法(2020) 第四十八条")
			.containsEntry("quote", "不得同时担任两个以上无隶属关系的行政区域")
			.containsEntry("facts", Map.of("area", "410102"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RuleBook.statutory(NOW).refuse("DEP-99", Text.of("", ""), Map.of()))
			.withMessageContaining("DEP-99");
	}

}
