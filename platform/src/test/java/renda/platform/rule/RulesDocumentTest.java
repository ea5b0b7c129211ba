package renda.platform.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/rules.md}: every rule, the classes that enforce it and the tests that
 * show it. {@code -Drenda.docs=write} writes it anew.
 */
class RulesDocumentTest {

	private static final Path PROJECT = Path.of("..");

	private static final Path DOCUMENT = PROJECT.resolve("docs").resolve("rules.md");

	private static final Map<String, String> AREAS = new LinkedHashMap<>();

	static {
		AREAS.put("LEG", "Legislation 立法");
		AREAS.put("MTG", "Meetings and votes 会议与表决");
		AREAS.put("MAJ", "Major matters and resolutions 重大事项");
		AREAS.put("FIL", "Filing and review of normative documents 备案审查");
		AREAS.put("REV", "Review requests 审查要求与建议");
		AREAS.put("SUP", "Work reports 专项工作报告");
		AREAS.put("INS", "Enforcement inspections 执法检查");
		AREAS.put("INQ", "Inquiry, interpellation, investigation, removal 询问、质询、特定问题调查、撤职");
		AREAS.put("BUD", "Budget and plan oversight 预算审查监督");
		AREAS.put("FIN", "Final accounts 决算");
		AREAS.put("DEB", "Government debt and state assets 政府债务、国有资产");
		AREAS.put("AUD", "Audit and rectification 审计整改");
		AREAS.put("PET", "Petitions 信访");
		AREAS.put("DEP", "Deputies 代表");
		AREAS.put("SUG", "Suggestions 代表建议、批评和意见");
		AREAS.put("MOT", "Motions 议案");
		AREAS.put("APT", "Appointments 人事任免");
		AREAS.put("OATH", "Constitutional oath 宪法宣誓");
		AREAS.put("LIV", "Livelihood projects 民生实事");
		AREAS.put("TIM", "Counting time 期间");
	}

	private final Collection<Rule> rules = Catalogue.book().rules();

	private final Pattern id = RuleMentions.id(prefixes());

	private final RuleMentions mentions = RuleMentions.in(PROJECT, prefixes());

	@Test
	void theDocumentSaysWhatTheSourcesSay() throws IOException {
		String current = document();
		if ("write".equals(System.getProperty("renda.docs"))) {
			Files.writeString(DOCUMENT, current);
		}
		assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
			.as("rules.md is out of date; run the tests with -Drenda.docs=write")
			.isEqualTo(current);
	}

	@Test
	void everyRuleThatIsEnforcedIsShownByATest() {
		assertThat(this.mentions.enforced()).isNotEmpty()
			.as("rules named in main sources that no test names")
			.allMatch((rule) -> !this.mentions.showing(rule).isEmpty());
	}

	@Test
	void noSourceEnforcesARuleThatTheBookDoesNotHave() {
		assertThat(this.mentions.enforced()).isSubsetOf(this.rules.stream().map(Rule::id).toList());
	}

	@Test
	void everyAreaHasATitle() {
		assertThat(this.rules.stream().map(Rule::area).distinct()).containsExactlyElementsOf(AREAS.keySet());
	}

	@Test
	void readsStringsAndNotComments() {
		String source = """
				/** "SUG-01" */ class A { // "SUG-02"
				String url = "http://x"; char quote = '"'; String a = "SUG-03", b = "see SUG-04", c = "\\"SUG-05";
				/* "SUG-06" */ String d = "SUG-07"; String e = "SUG-999"; }
				""";
		assertThat(RuleMentions.literals(source, this.id)).containsExactly("SUG-03", "SUG-07");
		assertThat(RuleMentions.words("void x() { rule(\"SUG-08, SUG-09\"); } // sug10", this.id))
			.containsExactly("SUG-08", "SUG-09");
	}

	private Collection<String> prefixes() {
		return this.rules.stream()
			.map((rule) -> rule.id().substring(0, rule.id().indexOf('-')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private String document() {
		StringBuilder page = new StringBuilder(
				"""
						# Rules

						Generated from the rule book and the sources by `RulesDocumentTest`; do not edit. How the book works: \
						[rulebook.md](rulebook.md).

						**Force**: N national law that binds the city · n national law by reference or analogy · H provincial text that binds the city · \
						h provincial text by reference · Z the city's own text · X model of another place · x model of the national congress. \
						**Enforced by**: classes that name the rule. **Shown by**: tests of the same module, or of the whole product, that name it. Quotations stand in the book and are served at \
						`GET /api/v1/{service}/rules/{id}`.

						""");
		long enforced = this.rules.stream().filter((rule) -> !this.mentions.enforcing(rule.id()).isEmpty()).count();
		page.append("%d rules, of which %d are enforced by the software now.\n".formatted(this.rules.size(), enforced));
		AREAS.forEach((area, title) -> {
			page.append("\n## ").append(area).append(" ").append(title).append("\n\n");
			page.append("| Rule | Statement | Force | Law and article | In force | Enforced by | Shown by |\n");
			page.append("|---|---|---|---|---|---|---|\n");
			this.rules.stream().filter((rule) -> rule.area().equals(area)).forEach((rule) -> row(page, rule));
		});
		numbers(page);
		return page.toString();
	}

	private void row(StringBuilder page, Rule rule) {
		String enforced = String.join(", ", this.mentions.enforcing(rule.id()));
		String shown = String.join(", ", this.mentions.showing(rule.id()));
		line(page, rule.id(), rule.statement(), rule.force().tag(), rule.citation(),
				(rule.to() != null) ? rule.from() + " – " + rule.to()
						: ((rule.from() != null) ? "since " + rule.from() : "—"),
				enforced.isEmpty() ? "not yet" : enforced, shown.isEmpty() ? "not yet" : shown);
	}

	private static void numbers(StringBuilder page) {
		page.append(
				"\n## Numbers\n\nWhat the law says last; administrators may have set another value where the force of the rule allows it.\n\n");
		page.append("| Parameter | What | Value | Since | Rule | Basis | Confirmed |\n|---|---|---|---|---|---|---|\n");
		for (Parameter parameter : Catalogue.book().parameters().values()) {
			Parameter.Value last = parameter.values().getLast();
			line(page, "`" + parameter.key() + "`", parameter.title().en(), last.value(), last.from().toString(),
					last.rule(), last.basis(), last.confirmed() ? "yes" : "no");
		}
	}

	private static void line(StringBuilder page, String... cells) {
		page.append(List.of(cells)
			.stream()
			.map((cell) -> cell.replace("|", "\\|").replace("\n", " "))
			.collect(Collectors.joining(" | ", "| ", " |\n")));
	}

}
