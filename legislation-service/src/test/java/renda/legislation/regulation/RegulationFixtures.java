package renda.legislation.regulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Invented regulations of the city, and archives of them.
 */
public final class RegulationFixtures {

	private static final String COMMITTEE = "郑州市第十五届人民代表大会常务委员会";

	private static final String PROVINCE = "河南省第十三届人民代表大会常务委员会";

	private RegulationFixtures() {
	}

	/** A regulation passed and approved in the 15th term. */
	public static String lanterns() {
		return """
				# 郑州市花灯会管理条例

				2019年6月27日 %s第七次会议通过

				2019年7月26日 %s第十一次会议批准

				<!-- INFO END -->

				## 第一章 总则

				第一条 为了规范花灯会，保护观灯群众，根据《中华人民共和国灯会法》，制定本条例。

				第二条 本条例所称花灯会，是指每年正月在公园举办的群众灯会。

				## 第二章 管理

				第三条 举办花灯会应当具备下列条件：

				（一）有灯；

				（二）有桥。

				违反本条例第二条的，不得举办。

				第四条 本条例自2019年10月1日起施行。
				""".formatted(COMMITTEE, PROVINCE);
	}

	/** The same regulation after an amendment by a package. */
	public static String lanternsAmended() {
		return lanterns().replace("<!-- INFO END -->", """
				2021年10月29日 %s第二十八次会议通过

				2021年11月27日 %s第二十八次会议批准的《郑州市人民代表大会常务委员会关于修改部分地方性法规的决定》第一次修正

				<!-- INFO END -->""".formatted(COMMITTEE, PROVINCE)).replace("（二）有桥。", "（二）有桥；\n\n（三）有雨伞。");
	}

	/** Another regulation that refers to the first, changed by the same package. */
	public static String bridges() {
		return """
				# 郑州市木桥养护条例

				2012年6月29日 郑州市第十三届人民代表大会常务委员会第二十九次会议通过

				2012年9月28日 河南省第十一届人民代表大会常务委员会第二十九次会议批准

				2021年10月29日 %s第二十八次会议通过

				2021年11月27日 %s第二十八次会议批准的《郑州市人民代表大会常务委员会关于修改部分地方性法规的决定》第一次修正

				<!-- INFO END -->

				第一条 木桥由园林部门养护。

				第二条 花灯会期间木桥的使用，依照《郑州市花灯会管理条例》第三条的规定执行。

				第三条 本条例自2013年1月1日起施行。
				""".formatted(COMMITTEE, PROVINCE);
	}

	/** A regulation that the city has passed and the province has not approved. */
	public static String awaiting() {
		return """
				# 郑州市风筝放飞条例

				2022年10月28日 %s第三十八次会议通过

				<!-- INFO END -->

				第一条 风筝应当在开阔地放飞。

				第二条 本条例自2023年3月1日起施行。
				""".formatted(COMMITTEE);
	}

	/** A regulation that was repealed. */
	public static String repealed() {
		return """
				# 郑州市油灯专营规定

				1998年3月2日 郑州市第十届人民代表大会常务委员会第三十五次会议通过

				1998年5月22日 河南省第九届人民代表大会常务委员会第三次会议批准

				2020年4月29日 %s第十五次会议通过

				2020年6月3日 %s第十八次会议批准的《郑州市人民代表大会常务委员会关于废止〈郑州市油灯专营规定〉的决定》废止

				<!-- INFO END -->

				第一条 油灯由专门商店经营。

				第二条 本规定自1998年7月1日起施行。
				""".formatted(COMMITTEE, PROVINCE);
	}

	/** A short regulation of any title, made of invented words. */
	public static String any(String title, int articles, long seed) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder("# " + title + "\n\n2015年3月1日 " + place(title)
				+ "人民代表大会常务委员会第十次会议通过\n\n2015年5月1日 河南省第十二届人民代表大会常务委员会第十四次会议批准\n\n<!-- INFO END -->\n\n");
		for (int i = 1; i <= articles; i++) {
			text.append("第").append(chinese(i)).append("条 ").append(sentence(random)).append("\n\n");
		}
		text.append("第").append(chinese(articles + 1)).append("条 本条例自2015年8月1日起施行。\n");
		return text.toString();
	}

	private static String place(String title) {
		int end = title.indexOf('市');
		return (end > 0) ? title.substring(0, end + 1) : "";
	}

	private static final String WORDS = "花灯木桥风筝雨伞石阶竹篮茶亭荷塘渔火晚钟炊烟麦田果园溪流山谷云雾霜叶梅枝松涛柳岸";

	private static String sentence(Random random) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < 3 + random.nextInt(4); i++) {
			words.append((i > 0) ? "，" : "");
			for (int k = 0; k < 4 + random.nextInt(6); k++) {
				int at = random.nextInt(WORDS.length() / 2) * 2;
				words.append(WORDS, at, at + 2);
			}
		}
		return words.append("。").toString();
	}

	/** 1 to 999 in Chinese. */
	static String chinese(int number) {
		String digits = "零一二三四五六七八九";
		StringBuilder text = new StringBuilder();
		if (number >= 100) {
			text.append(digits.charAt(number / 100)).append("百");
		}
		int rest = number % 100;
		if (rest >= 10) {
			text.append((rest < 20 && number < 100) ? "十" : digits.charAt(rest / 10) + "十");
		}
		else if (rest > 0 && number >= 100) {
			text.append("零");
		}
		if (rest % 10 > 0) {
			text.append(digits.charAt(rest % 10));
		}
		return text.toString();
	}

	/** An archive with names in UTF-8. */
	public static byte[] zip(Map<String, byte[]> files) {
		return zip(files, StandardCharsets.UTF_8);
	}

	public static byte[] zip(Map<String, byte[]> files, Charset names) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** An archive of texts, each named by its title. */
	public static byte[] zip(List<String> texts) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		texts.forEach((text) -> files.put(text.substring(2, text.indexOf('\n')) + ".md",
				text.getBytes(StandardCharsets.UTF_8)));
		return zip(files);
	}

}
