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
		Set<Long> bands = Likeness.bands(Likeness.gist(one));
		assertThat(Likeness.bands(Likeness.gist(near))).containsAnyElementsOf(bands);
		assertThat(Likeness.of(Likeness.gist(one), Likeness.gist(near))).isGreaterThanOrEqualTo(70);
		assertThat(Likeness.of(Likeness.gist(one), Likeness.gist(other))).isLessThan(20);
		assertThat(Likeness.of(Likeness.gist(one), Likeness.gist(one))).isEqualTo(Likeness.WHOLE);
		assertThat(Likeness.digest(one)).isEqualTo(Likeness.digest("建议将滨河公园的开放时间，延长到十六小时 方便市民晨练和夜跑"))
			.isNotEqualTo(Likeness.digest(near));
		assertThat(Likeness.gist("！！").pairs()).hasSize(1);
	}

	@Test
	void whoIsAgainstIsNotAlikeWhoIsForAndTwentyDaysAreNotThirty() {
		assertThat(alike("同意第三条关于开放时间的规定", "不同意第三条关于开放时间的规定")).isZero();
		assertThat(alike("建议将开放时间延长到20时", "建议将开放时间延长到30时")).isZero();
		assertThat(alike("办理时限为二十日", "办理时限为三十日")).isZero();
		assertThat(alike("建议将开放时间延长到２０时", "建议将开放时间，延长到20时！")).isGreaterThanOrEqualTo(70);
		Set<Long> against = Likeness.bands(Likeness.gist("不同意第三条关于开放时间的规定"));
		assertThat(Likeness.bands(Likeness.gist("同意第三条关于开放时间的规定"))).doesNotContainAnyElementsOf(against);
	}

	private static int alike(String one, String other) {
		return Likeness.of(Likeness.gist(one), Likeness.gist(other));
	}

}
