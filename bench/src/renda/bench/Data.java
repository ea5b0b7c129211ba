package renda.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Invented data, the same in every run.
 */
final class Data {

	private static final String CHARACTERS = "城市管理交通环境保护教育卫生文化旅游住房建设水利农业安全应急消防"
			+ "食品药品市场监督知识产权科技创新人才就业社会保障养老未成年残疾志愿服务公共资源信用数据网络供热燃气排水绿化噪声扬尘垃圾分类停车轨道道路桥梁";

	private static final String DIGITS = "零一二三四五六七八九";

	private static final int ARTICLES = 43;

	private static final int BATCH = 500;

	private final Path home;

	private final MeasuredPlatform platform;

	private final Path work;

	private final List<String> words = new ArrayList<>();

	Data(Path home, MeasuredPlatform platform, Path work) {
		this.home = home;
		this.platform = platform;
		this.work = work;
		Random random = new Random(7);
		for (int i = 0; i < 400; i++) {
			this.words.add("" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))
					+ CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
		}
	}

	void insert(String service, int rows) throws IOException, InterruptedException {
		MeasuredPlatform.output(this.platform.client(service, "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-v", "rows=" + rows, "-f",
				this.home.resolve("bench/" + service + ".sql").toString()));
	}

	/**
	 * Makes many of one case: its row is copied with new ids and codes, so that all are
	 * what the service itself wrote.
	 * @param table the table of the kind of case
	 */
	void multiply(String service, String table, int rows) throws IOException, InterruptedException {
		String columns = this.platform.sql(service, """
				SELECT string_agg(CASE column_name WHEN 'id' THEN 'fresh.id' WHEN 'number_key' THEN 'fresh.n::text' WHEN 'code' THEN 'one.code || ''-'' || fresh.n'
				                  WHEN 'content' THEN 'one.content || jsonb_build_object(''id'', fresh.id, ''code'', one.code || ''-'' || fresh.n)'
				                  ELSE 'one.' || column_name END, ', ' ORDER BY ordinal_position)
				FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '%s'""".formatted(table))
			.strip();
		this.platform.sql(service, """
				INSERT INTO %1$s SELECT %2$s
				FROM (SELECT * FROM %1$s ORDER BY id LIMIT 1) AS one,
				     (SELECT n, uuidv7() AS id FROM generate_series(1, %3$d) AS n) AS fresh""".formatted(table, columns,
				rows));
		this.platform.sql(service, "VACUUM ANALYZE " + table);
	}

	/** Forty words that occur in the texts. */
	List<String> words() {
		return this.words.subList(100, 140);
	}

	/**
	 * Imports regulation texts through the API.
	 * @param from the number of the first
	 * @param to the number after the last
	 * @return seconds
	 */
	double texts(int from, int to) throws IOException, InterruptedException {
		double seconds = 0;
		for (int first = from; first < to; first += BATCH) {
			Path file = this.work.resolve("texts.zip");
			try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
				for (int i = first; i < Math.min(to, first + BATCH); i++) {
					Random random = new Random(11 + i);
					int year = 2000 + random.nextInt(20);
					zip.putNextEntry(new ZipEntry(title(i) + "(" + year + "-09-01).md"));
					zip.write(text(i, year, random).getBytes(StandardCharsets.UTF_8));
				}
			}
			long began = System.nanoTime();
			String report = this.platform.post("legislation", "/api/v1/legislation/imports/regulations?sample=true",
					"application/zip", file, "administrator");
			seconds += (System.nanoTime() - began) / 1e9;
			if (!report.contains("\"failed\":0")) {
				throw new IOException(report.substring(0, Math.min(2000, report.length())));
			}
		}
		this.platform.sql("legislation", "VACUUM ANALYZE");
		return seconds;
	}

	private String title(int i) {
		return "样例市" + this.words.get(i % 60) + this.words.get(60 + i / 60 % 60) + "条例";
	}

	private String text(int i, int year, Random random) {
		StringBuilder text = new StringBuilder("""
				# %s

				%2$d年5月25日 样例市第十三届人民代表大会常务委员会第三次会议通过

				%2$d年7月31日 样例省第十一届人民代表大会常务委员会第十次会议批准

				<!-- INFO END -->

				""".formatted(title(i), year));
		for (int article = 1; article < ARTICLES; article++) {
			if (article % 10 == 1) {
				text.append("## 第").append(numeral(1 + article / 10)).append("章 ").append(word(random)).append("\n\n");
			}
			text.append('第').append(numeral(article)).append("条 ");
			for (int clause = 0; clause < 2 + random.nextInt(3); clause++) {
				text.append("本市")
					.append(word(random))
					.append("主管部门应当会同")
					.append(word(random))
					.append("部门加强")
					.append(word(random))
					.append(word(random))
					.append("工作，")
					.append("组织实施")
					.append(word(random))
					.append("管理，依法公开有关")
					.append(word(random))
					.append("信息。");
			}
			text.append("\n\n");
		}
		return text.append('第')
			.append(numeral(ARTICLES))
			.append("条 本条例自")
			.append(year)
			.append("年9月1日起施行。\n")
			.toString();
	}

	private String word(Random random) {
		return this.words.get(random.nextInt(this.words.size()));
	}

	private static String numeral(int number) {
		String tens = (number >= 20) ? DIGITS.charAt(number / 10) + "十" : (number >= 10) ? "十" : "";
		return (number % 10 == 0) ? tens : tens + DIGITS.charAt(number % 10);
	}

	/**
	 * Imports new seats through the API.
	 * @return seconds
	 */
	double bulk(int rows, String name) throws IOException, InterruptedException {
		Path file = this.work.resolve(name + ".csv");
		try (BufferedWriter csv = Files.newBufferedWriter(file)) {
			csv.write("congress,electingUnit,person,name,sex,field,group,electedOn,state\n");
			for (int i = 1; i <= rows; i++) {
				csv.write("bench,bench-%d,%s-%d,导入%c%c,%s,领域%d,第%d代表团,2018-01-%02d,ACTIVE%n".formatted(1 + i % 50, name,
						i, (char) ('一' + i % 5000), (char) ('一' + i * 31 % 5000), (i % 2 == 0) ? "MALE" : "FEMALE",
						i % 9, i % 30, 1 + i % 28));
			}
		}
		long began = System.nanoTime();
		String job = this.platform.post("deputy", "/api/v1/deputy/imports/deputies", "text/csv", file,
				"deputy-office@990100");
		double seconds = (System.nanoTime() - began) / 1e9;
		if (!job.contains("\"created\":" + rows)) {
			throw new IOException(job.substring(0, Math.min(2000, job.length())));
		}
		return seconds;
	}

	/**
	 * Copies the rows of that import with {@code \copy} into a table of the same shape
	 * and indexes.
	 * @return seconds
	 */
	double copy(String name) throws IOException, InterruptedException {
		Path file = this.work.resolve(name + ".copy");
		psql("\\copy (SELECT * FROM deputy WHERE person LIKE '" + name + "-%') TO '" + file + "'");
		this.platform.sql("deputy",
				"CREATE TABLE bench_copy (LIKE deputy INCLUDING ALL); INSERT INTO bench_copy SELECT * FROM deputy WHERE person NOT LIKE 'r%-%' OR person LIKE 'row-%'");
		this.platform.sql("deputy", "CHECKPOINT");
		long began = System.nanoTime();
		psql("\\copy bench_copy FROM '" + file + "'");
		double seconds = (System.nanoTime() - began) / 1e9;
		this.platform.sql("deputy", "DROP TABLE bench_copy");
		return seconds;
	}

	private void psql(String command) throws IOException, InterruptedException {
		MeasuredPlatform.output(this.platform.client("deputy", "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", command));
	}

}
