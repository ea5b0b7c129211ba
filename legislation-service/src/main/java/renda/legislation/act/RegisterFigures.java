package renda.legislation.act;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import renda.legislation.regulation.Level;
import renda.legislation.text.LegalAct;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.figure.Figure.Query;
import renda.platform.web.Text;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The register's numbers in the work report. Each counts the rows of {@code /changes}
 * with the filter of its link.
 */
@Configuration(proxyBeanMethods = false)
class RegisterFigures {

	private static final Text ITEMS = Text.of("件", "regulations");

	private final Changes changes;

	private final CityProfile city;

	RegisterFigures(Changes changes, CityProfile city) {
		this.changes = changes;
		this.city = city;
	}

	@Bean
	Figure regulationsEnactedOrRevised() {
		return figure("reg_enacted_revised", Text.of("制定、修订地方性法规", "Regulations enacted or wholly revised"), ITEMS, Text
			.of("本市制定、本届市人大及其常委会通过、经省人大常委会批准的制定和修订（不含修正、废止）；按通过日期计入届次和年份。",
					"The city's enactments and whole revisions passed in the term and approved by the province; amendments and repeals are not counted. Year and term are those of the passage."),
				Set.of("year", "kind"), "&making=true", (query) -> filter(query, null, null, true, null));
	}

	@Bean
	Figure regulationAmendments() {
		return figure("reg_amended_events", Text.of("修改地方性法规", "Amendments of regulations"),
				Text.of("件次", "amendments"),
				Text.of("本市法规的修正，本届通过并经省人大常委会批准；一件法规每修正一次计一件次。",
						"Amendments of the city's regulations passed in the term and approved by the province; each amendment of each regulation counts once."),
				Set.of("year", "form"), "&kind=AMENDED",
				(query) -> filter(query, LegalAct.Kind.AMENDED, null, null, null));
	}

	/**
	 * @param title a part of the title of the regulation by which the report names its
	 * package; a fact of the city's report, not of the code
	 */
	@Bean
	Figure regulationPackage(@Value("${renda.register.package-of:市容和环境卫生}") String title) {
		return figure("reg_package", Text.of("打包修改法规", "Regulations amended by one package"), ITEMS, Text.of(
				"本届一次打包修改决定所修正的法规件数；以其中含有标题带“%s”的法规的决定为准。",
				"The regulations amended by the package decision of the term that includes one with “%s” in its title.",
				title), Set.of("year"), "&kind=AMENDED&packageOf=" + encoded(title),
				(query) -> filter(query, LegalAct.Kind.AMENDED, true, null, title));
	}

	@Bean
	Figure regulationsRepealed() {
		return figure("reg_repealed", Text.of("废止地方性法规", "Regulations repealed"), ITEMS,
				Text.of("本市法规的废止，本届通过并经省人大常委会批准。",
						"Repeals of the city's regulations passed in the term and approved by the province."),
				Set.of("year"), "&kind=REPEALED", (query) -> filter(query, LegalAct.Kind.REPEALED, null, null, null));
	}

	private Figure figure(String key, Text title, Text unit, Text definition, Set<String> groups, String link,
			Function<Query, ChangeFilter> filter) {
		return new Figure(key, title, unit, definition, false, groups,
				(query) -> "/api/v1/legislation/changes?level=CITY&approved=true&term=" + query.term() + "&asOf="
						+ query.asOf() + link,
				(query) -> this.changes.count(filter.apply(query), query.by()));
	}

	private ChangeFilter filter(Query query, LegalAct.@Nullable Kind kind, @Nullable Boolean packaged,
			@Nullable Boolean making, @Nullable String packageOf) {
		LocalDate until = query.lastDay(this.city);
		return new ChangeFilter(null, null, kind, Level.CITY, query.term(), until, null, true, packaged, packageOf,
				making, null);
	}

	private static String encoded(String words) {
		return URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

}
