package renda.legislation.grouping;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessTest {

	@Test
	void nearEqualTextsShareABandAndOthersDoNotCountAsAlike() {
		String one = "建议将滨河公园的开放时间延长到十六小时，方便市民晨练和夜跑。";
		String near = "建议将滨河公园的开放时间延长至十六小时, 方便市民晨练夜跑";
		String other = "应当允许在指定区域垂钓，并设置明显的标志。";
		Set<Long> bands = Likeness.bands(Likeness.pairs(one));
		assertThat(Likeness.bands(Likeness.pairs(near))).containsAnyElementsOf(bands);
		assertThat(Likeness.of(Likeness.pairs(one), Likeness.pairs(near))).isGreaterThanOrEqualTo(70);
		assertThat(Likeness.of(Likeness.pairs(one), Likeness.pairs(other))).isLessThan(20);
		assertThat(Likeness.of(Likeness.pairs(one), Likeness.pairs(one))).isEqualTo(Likeness.WHOLE);
		assertThat(Likeness.digest(one)).isEqualTo(Likeness.digest("建议将滨河公园的开放时间，延长到十六小时 方便市民晨练和夜跑"))
			.isNotEqualTo(Likeness.digest(near));
		assertThat(Likeness.pairs("！！")).hasSize(1);
	}

}
