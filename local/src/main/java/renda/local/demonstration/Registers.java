package renda.local.demonstration;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Invented lines for the registers of the general office. How many there are of each
 * class and year stands in {@code registers.csv}. Beside those that the figures count
 * there are some that they must not: of the terms before and after, and of other levels.
 */
public final class Registers {

	private static final String NUMBERS = "legislation/registers.csv";

	private static final int FIRST_YEAR = 2018;

	private static final List<String> TOPICS = List.of("荷塘保护", "夜市经营", "社区食堂", "风筝放飞", "老树认养", "渡口安全", "竹编传承", "书屋服务",
			"屋顶绿化", "候车廊建设");

	private static final List<String> OWNERS = List.of("法制工作机构", "代表工作机构", "预算工作机构", "办公厅", "信访工作机构");

	private static final List<LocalDate> OTHER_TERMS = List.of(LocalDate.of(2016, 5, 9), LocalDate.of(2017, 8, 21),
			LocalDate.of(2023, 3, 6));

	private final Map<String, Map<String, String>> numbers;

	private final Random random;

	private Registers(Map<String, Map<String, String>> numbers, String file) {
		this.numbers = numbers;
		this.random = new Random(file.hashCode());
	}

	/**
	 * Makes the file of a register. It is the same each time.
	 * @return CSV
	 */
	public static byte[] csv(String file) throws IOException {
		Map<String, Map<String, String>> numbers = Table.read(NUMBERS)
			.stream()
			.collect(Collectors.toMap((row) -> row.getOrDefault("register", ""), Function.identity()));
		Registers registers = new Registers(numbers, file);
		return switch (file) {
			case "first-topic-studies" -> registers.studies();
			case "tutorial-lectures" -> registers.lectures();
			case "measures" -> registers.measures();
			case "measure-tasks" -> registers.tasks();
			case "party-reports" -> registers.partyReports();
			case "internal-rules" -> registers.rules();
			case "awards" -> registers.awards();
			case "media-articles" -> registers.articles();
			case "assistance" -> registers.assistance();
			default -> throw new IOException("no such file in the demonstration: " + file);
		};
	}

	private byte[] studies() {
		Table table = new Table("heldOn", "meeting", "topic", "materials", "sample");
		all("first-topic-studies",
				(item) -> table.row(item.on(), item.kind(), item.title("传达学习%s工作会议精神"), "学习材料汇编", true));
		return table.csv();
	}

	private byte[] lectures() {
		Table table = new Table("heldOn", "audience", "topic", "lecturer", "lecturerPost", "attendance", "sample");
		all("tutorial-lectures", (item) -> table.row(item.on(), item.kind(), item.title("%s专题辅导"), person(), "某大学教授",
				40 + item.number() % 20, true));
		return table.csv();
	}

	private byte[] measures() {
		Table table = new Table("number", "title", "issuedOn", "owner", "status", "dueOn", "doneOn", "sample");
		all("measures", (item) -> table.row(item.code("JC"), item.title("关于加强%s工作的举措"), item.on(), item.of(OWNERS),
				item.kind(), item.on().plusMonths(6), item.done("DONE"), true));
		return table.csv();
	}

	private byte[] tasks() {
		Table table = new Table("measure", "task", "owner", "assignedOn", "dueOn", "status", "doneOn", "sample");
		all("measures",
				(item) -> List.of("制定方案", "组织实施")
					.forEach((task) -> table.row(item.code("JC"), task, item.of(OWNERS), item.on().plusDays(3),
							item.on().plusMonths(3), item.kind(), item.done("DONE"), true)));
		return table.csv();
	}

	private byte[] partyReports() {
		Table table = new Table("sentOn", "title", "subject", "form", "recipient", "documentNumber", "sample");
		all("party-reports", (item) -> {
			boolean asks = item.number() % 3 == 0;
			table.row(item.on(), item.title(asks ? "关于%s的请示" : "关于%s情况的报告"), item.kind(), asks ? "REQUEST" : "REPORT",
					"CITY", item.code("常党"), true);
		});
		table.row("2020-04-01", "向省委的专题报告", "KEY_WORK", "REPORT", "PROVINCE", "常党省-1", true);
		return table.csv();
	}

	private byte[] rules() {
		Table table = new Table("rule", "scope", "act", "decidedOn", "decidedBy", "sample");
		for (String register : List.of("rules-sc", "rules-office")) {
			all(register, (item) -> {
				String rule = item.title(register.equals("rules-sc") ? "%s议事规则" : "%s管理制度");
				String decider = register.equals("rules-sc") ? "常委会会议" : "办公会议";
				table.row(rule, item.kind(), "MADE", "2015-03-" + (10 + item.number() % 20), decider, true);
				table.row(rule, item.kind(), "REVISED", item.on(), decider, true);
			});
		}
		table.row("示例会议签到规定", "OFFICE", "MADE", "2020-05-11", "办公会议", true);
		table.row("示例油印制度", "OFFICE", "ENDED", "2020-05-11", "办公会议", true);
		return table.csv();
	}

	private byte[] awards() {
		Table table = new Table("awardedOn", "kind", "level", "award", "work", "winner", "awardedBy", "sample");
		all("research-awards", (item) -> table.row(item.on(), item.kind(), "PROVINCE", "优秀调研成果奖",
				item.title("关于%s的调研报告"), item.of(OWNERS), "省人大常委会", true));
		all("news-awards", (item) -> table.row(item.on(), item.kind(), "PROVINCE", "人大新闻奖", item.title("走近%s"),
				person(), "省人大常委会", true));
		table.row("2020-06-01", "RESEARCH", "NATION", "优秀研究成果奖", "层级之外的调研报告", "办公厅", "全国研究会", true);
		table.row("2020-06-02", "NEWS", "CITY", "市好新闻奖", "层级之外的报道", person(), "市新闻协会", true);
		table.row("2020-11-20", "OTHER", "NATION", "文明单位", "机关创建（示例）", "机关", "文明委", true);
		return table.csv();
	}

	private byte[] articles() {
		Table table = new Table("publishedOn", "title", "medium", "level", "own", "author", "sample");
		all("media-articles", (item) -> table.row(item.on(), item.title("市人大常委会调研%s"), switch (item.kind()) {
			case "NATION" -> "某全国性报纸";
			case "PROVINCE" -> "某省级报纸";
			default -> "某市级报纸";
		}, item.kind(), false, person(), true));
		for (int i = 1; i <= 12; i++) {
			table.row("2021-%02d-15".formatted(i), "本刊第%d期专稿".formatted(i), "自办杂志", "CITY", true, person(), true);
		}
		return table.csv();
	}

	private byte[] assistance() {
		Table table = new Table("heldOn", "form", "level", "topic", "delegation", "sample");
		all("assistance",
				(item) -> table.row(item.on(), item.kind(), "PROVINCE", item.title("%s情况"), "省人大常委会某专门委员会", true));
		table.row("2021-05-18", "ENFORCEMENT_INSPECTION", "NATION", "层级之外的执法检查", "全国人大常委会执法检查组", true);
		return table.csv();
	}

	private String person() {
		return Person.of(this.random, false).name();
	}

	/**
	 * Makes the lines of a register: those of the term, the classes well mixed over the
	 * years, and then some of other terms.
	 */
	private void all(String register, Consumer<Item> line) {
		Map<String, String> row = this.numbers.getOrDefault(register, Map.of());
		List<String> kinds = mixed(row.getOrDefault("classes", ""));
		int number = 0;
		for (int year = FIRST_YEAR; row.containsKey(String.valueOf(year)); year++) {
			int count = Integer.parseInt(row.getOrDefault(String.valueOf(year), "0"));
			LocalDate first = (year == FIRST_YEAR) ? LocalDate.of(year, 10, 8) : LocalDate.of(year, 1, 8);
			long days = LocalDate.of(year, 12, 20).toEpochDay() - first.toEpochDay();
			for (int i = 0; i < count; i++) {
				line.accept(new Item(number + 1, first.plusDays(days * i / count), kinds.get(number)));
				number++;
			}
		}
		for (LocalDate day : OTHER_TERMS) {
			number++;
			line.accept(new Item(number, day, kinds.getFirst()));
		}
	}

	/**
	 * The classes one by one, each spread evenly.
	 */
	private static List<String> mixed(String classes) {
		record Place(String kind, double at) {
		}
		List<Place> places = new ArrayList<>();
		for (String part : classes.split(" ")) {
			String[] kind = part.split("=");
			int count = Integer.parseInt(kind[1]);
			for (int i = 0; i < count; i++) {
				places.add(new Place(kind[0], (i + 0.5) / count));
			}
		}
		return places.stream().sorted(Comparator.comparingDouble(Place::at)).map(Place::kind).toList();
	}

	/**
	 * One line to make.
	 *
	 * @param number its number in the register
	 * @param on its day
	 * @param kind its class
	 */
	private record Item(int number, LocalDate on, String kind) {

		String title(String words) {
			return words.formatted(of(TOPICS)) + "（示例" + this.number + "）";
		}

		String code(String prefix) {
			return "%s-%d-%03d".formatted(prefix, this.on.getYear(), this.number);
		}

		String of(List<String> all) {
			return all.get(this.number % all.size());
		}

		String done(String when) {
			return this.kind.equals(when) ? this.on.plusMonths(5).toString() : "";
		}

	}

}
