package renda.platform.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists as they are printed in the gazettes: surnames of 2 to 13 strokes, then given
 * names.
 */
class StrokeOrderTest {

	@ParameterizedTest
	@ValueSource(strings = { "丁 于 万 卫 马 王 韦 毛 方 邓 艾 石 龙 叶 田 史 付 白 冯 兰 成 刘 关 江 许 孙 苏 李 杨 吴 何 余 宋 张 陈 林 周 郑",
			"赵 胡 姚 钱 徐 高 郭 唐 曹 梁 彭 董 蒋 韩 曾 谢 潘 魏", "王刚 王丽 王建 王建国 王磊", "李明 李明华 李明辉 李鹏 欧阳某 欧阳某某" })
	void fewerStrokesFirstThenStrokeByStrokeThenTheShorterName(String printed) {
		List<String> names = List.of(printed.split(" "));
		for (int seed = 0; seed < 5; seed++) {
			List<String> mixed = new ArrayList<>(names);
			Collections.shuffle(mixed, new Random(seed));
			mixed.sort(StrokeOrder.NAMES);
			assertThat(mixed).isEqualTo(names);
		}
	}

	@Test
	void charactersOfTheSameStrokesStayTogetherByName() {
		List<String> names = new ArrayList<>(List.of("由乙", "田乙", "由一", "田一"));
		names.sort(StrokeOrder.NAMES);
		assertThat(names).containsExactly("田一", "田乙", "由一", "由乙");
	}

	@Test
	void whatTheTableDoesNotKnowComesLast() {
		List<String> names = new ArrayList<>(List.of("Anna", "\uD842\uDFB7某", "魏某", "一某"));
		names.sort(StrokeOrder.NAMES);
		assertThat(names).startsWith("一某", "魏某").hasSize(4);
	}

}
