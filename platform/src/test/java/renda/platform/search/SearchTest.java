package renda.platform.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.test.TestPostgres;
import renda.platform.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchTest {

	private static final TestPostgres.Database DATABASE = TestPostgres.database();

	@ParameterizedTest
	@CsvSource({ "物业管理条例, 物业, true", "物业管理条例, 业管, true", "物业管理条例, 物业条例, false", "物业管理条例, 物业 条例, true", "养犬管理, 养犬, true",
			"养犬管理, 犬, true", "养犬管理, 猫, false", "二〇二二年, 二〇二二, true", "2022年度计划, 2022年, true", "2022年度计划, 2022, true",
			"2022年度计划, 202, false", "２０２２年度, 2022, true", "PM2.5 治理, pm2.5, true", "姓𠮷田的代表, 𠮷田, true",
			"x; DROP TABLE note; --, drop, true", "物业。管理, 物业管理, false" })
	void findsWordsAsPeopleTypeThem(String text, String q, boolean found) throws SQLException {
		assertThat(matches(text, q)).isEqualTo(found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "' | !物业 & (", "a' <-> 'b", "\\x", "物业':* | '", "!!物业", "a\\'b", ":*物业", "<0>物业" })
	void takesOperatorsAndQuotesForText(String q) throws SQLException {
		assertThat(matches("养犬", q)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "！！", "。", "'", "<-> & |" })
	void refusesAQueryOfPunctuationRatherThanFindEverything(String q) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Bigrams.query(q));
	}

	@Test
	void looksAtTheBeginningOfAVeryLongQuery() throws SQLException {
		assertThat(matches("物".repeat(500), "物".repeat(199) + "𠮷物业")).isTrue();
		assertThat(matches("物".repeat(500), "物".repeat(10_000))).isTrue();
	}

	@Test
	void marksWhatWasFoundOnceWhereWordsOverlap() {
		Highlights.Fragment fragment = Highlights.fragments("物业管理条例", "物业管 管理").getFirst();
		assertThat(fragment.marks()).containsExactly(new Highlights.Range(0, 4));
		assertThat(fragment.html()).isEqualTo("<mark>物业管理</mark>条例");
	}

	@Test
	void marksASingleCharacterAlone() {
		assertThat(Highlights.fragments("养犬管理", "犬").getFirst().html()).isEqualTo("养<mark>犬</mark>管理");
	}

	@Test
	void escapesTheTextAroundTheMarks() {
		assertThat(Highlights.fragments("<script>物业</script>&\"'", "物业").getFirst().html())
			.isEqualTo("&lt;script&gt;<mark>物业</mark>&lt;/script&gt;&amp;&quot;&#39;");
	}

	@Test
	void showsAFewShortFragmentsOfALongText() {
		String text = ("字".repeat(200) + "物业").repeat(10) + "字".repeat(200);
		assertThat(Highlights.fragments(text, "物业")).hasSize(Highlights.MOST_FRAGMENTS).allSatisfy((fragment) -> {
			Highlights.Range mark = fragment.marks().getFirst();
			assertThat(fragment.text().substring(mark.start(), mark.end())).isEqualTo("物业");
			assertThat(fragment.text()).startsWith("…").endsWith("…").hasSizeLessThan(70);
		});
	}

	@Test
	void showsNothingWhereNothingIsFound() {
		assertThat(Highlights.fragments("物业", "养犬")).isEmpty();
	}

	@Test
	void showsTheFirstPlaceOrTheBeginning() {
		assertThat(Highlights.first("花灯会的花灯", "花灯").html()).isEqualTo("<mark>花灯</mark>会的<mark>花灯</mark>");
		Highlights.Fragment beginning = Highlights.first("字".repeat(200), "花灯");
		assertThat(beginning.marks()).isEmpty();
		assertThat(beginning.html()).isEqualTo("字".repeat(30) + "…");
	}

	private static boolean matches(String text, String q) throws SQLException {
		try (Connection connection = DATABASE.connect();
				PreparedStatement sql = connection.prepareStatement("SELECT ?::tsvector @@ ?::tsquery")) {
			sql.setString(1, Bigrams.vector(text, 'A'));
			sql.setString(2, Bigrams.query(q).orElseThrow());
			try (ResultSet rows = sql.executeQuery()) {
				rows.next();
				return rows.getBoolean(1);
			}
		}
	}

}
