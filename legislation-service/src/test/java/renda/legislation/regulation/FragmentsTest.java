package renda.legislation.regulation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FragmentsTest {

	@Test
	void marksEveryWord() {
		assertThat(Fragments.of("花灯会的花灯", "花灯").html()).isEqualTo("<mark>花灯</mark>会的<mark>花灯</mark>");
	}

	@Test
	void joinsWordsThatOverlap() {
		assertThat(Fragments.of("物业管理", "物业管 业管理").html()).isEqualTo("<mark>物业管理</mark>");
	}

	@Test
	void escapesTheText() {
		assertThat(Fragments.of("<b>花灯</b>", "花灯").html()).isEqualTo("&lt;b&gt;<mark>花灯</mark>&lt;/b&gt;");
	}

	@Test
	void cutsTheStretchAroundTheFirstWord() {
		Fragments fragment = Fragments.of("一".repeat(500) + "花灯" + "二".repeat(500), "花灯");
		assertThat(fragment.text()).hasSizeLessThanOrEqualTo(160).contains("花灯");
		assertThat(fragment.text().substring(fragment.marks().getFirst().start(), fragment.marks().getFirst().end()))
			.isEqualTo("花灯");
	}

}
