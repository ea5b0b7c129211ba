package renda.legislation.text;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.text.Commencement.Form;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.parse.ReaderFixtures.body;

class CommencementTest {

	@Test
	void findsAFixedDay() {
		Commencement found = Commencement.of(body("第一条 甲。\n\n第二条 本条例自2001年5月1日起施行。\n"));
		assertThat(found).isEqualTo(new Commencement(Form.FIXED, LocalDate.of(2001, 5, 1), "自2001年5月1日起施行", List.of()));
	}

	@Test
	void findsADayInChineseNumerals() {
		assertThat(Commencement.of(body("第一条 本条例自二〇〇一年五月一日起施行。\n")).date()).isEqualTo(LocalDate.of(2001, 5, 1));
	}

	@Test
	void findsTheDayOfPromulgation() {
		assertThat(Commencement.of(body("第一条 本条例自公布之日起施行。\n")).form()).isEqualTo(Form.ON_PROMULGATION);
		assertThat(Commencement.of(body("第一条 本条例自公布之日起三十日后施行。\n")).form()).isEqualTo(Form.AFTER_PROMULGATION);
	}

	@Test
	void findsNothingWhereTheDayIsMissing() {
		assertThat(Commencement.of(body("第一条 本规定自施行。\n")))
			.isEqualTo(new Commencement(Form.ABSENT, null, "", List.of()));
	}

	@Test
	void readsADecisionWithoutArticles() {
		assertThat(Commencement.of(body("决定如下：\n\n一、甲。\n\n二、本决定自2001年5月1日起施行。\n")).form()).isEqualTo(Form.FIXED);
	}

	@Test
	void namesWhatIsRepealed() {
		assertThat(Commencement
			.of(body("第一条 本条例自2012年10月1日起施行。1989年12月20日某市人大常委会通过、1990年2月17日某省人大常委会批准的"
					+ "《某市绿化条例》和《关于修改〈某市绿化条例〉的决定》同时废止。\n"))
			.repeals()).containsExactly("某市绿化条例", "关于修改〈某市绿化条例〉的决定");
	}

	@Test
	void namesWhatAListRepeals() {
		assertThat(Commencement.of(body("第一条 本条例自2012年10月1日起施行。下列规定同时废止：\n\n（一）《某市甲办法》；\n\n（二）《某市乙办法》。\n")).repeals())
			.containsExactly("某市甲办法", "某市乙办法");
	}

	@Test
	void doesNotTakeEveryTitleForARepeal() {
		assertThat(Commencement.of(body("第一条 依照《某省条例》处罚。\n\n第二条 本条例自2012年10月1日起施行。\n")).repeals()).isEmpty();
	}

}
