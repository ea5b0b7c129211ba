package renda.local.demonstration;

import java.util.List;
import java.util.Random;

/**
 * An invented person. Whoever has the same name in life is meant by nothing here.
 */
record Person(String name, String sex, String field) {

	private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

	private static final String WOMEN = "芳娜敏静丽艳娟霞秀英玲桂兰洁梅琳素云莲真雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉";

	private static final String MEN = "伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林鸿刚文彬富顺";

	private static final String BOTH = "志国建永新春晓海思子天安世成清泽景承远立青云";

	private static final List<String> FIELDS = List.of("工人", "农民", "农民", "专业技术人员", "专业技术人员", "党政干部", "企业负责人", "社区和村工作者",
			"教育", "医疗卫生");

	/**
	 * Three in ten are women.
	 */
	static Person of(Random random, boolean soldier) {
		boolean woman = random.nextInt(10) < 3;
		String last = one(woman ? WOMEN : MEN, random);
		String middle = (random.nextInt(5) == 0) ? "" : one(BOTH, random);
		String field = FIELDS.get(random.nextInt(FIELDS.size()));
		return new Person(one(SURNAMES, random) + middle + last, woman ? "FEMALE" : "MALE", soldier ? "解放军" : field);
	}

	private static String one(String characters, Random random) {
		return String.valueOf(characters.charAt(random.nextInt(characters.length())));
	}

}
