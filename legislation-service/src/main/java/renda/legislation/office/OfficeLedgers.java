package renda.legislation.office;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.Line;
import renda.platform.security.Role;
import renda.platform.web.Refusal.FieldError;
import renda.platform.web.Text;

/**
 * The registers of the general office, and who reads them: everyone, but for what goes to
 * the Party committee.
 */
final class OfficeLedgers {

	static final String BASE = "/api/v1/legislation/office";

	/** Separates the parts of a key. */
	private static final String BETWEEN = "\u001f";

	private static final Set<Role> KEEPERS = Set.of(Role.GENERAL_OFFICE);

	private static final Set<Role> EVERYONE = Set.of();

	private static final Set<Role> INTERNAL = Set.of(Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR);

	static final Ledger<FirstTopicStudy> FIRST_TOPIC_STUDIES = ledger("first-topic-studies", "first-topic-study",
			FirstTopicStudy.class, Text.of("“第一议题”学习", "Studies held as the first item of a meeting"), EVERYONE);

	static final Ledger<TutorialLecture> TUTORIAL_LECTURES = ledger("tutorial-lectures", "tutorial-lecture",
			TutorialLecture.class, Text.of("专题辅导讲座", "Lectures on special topics"), EVERYONE);

	static final Ledger<Measure> MEASURES = ledger("measures", "measure", Measure.class,
			Text.of("落实举措", "Measures drawn from study"), EVERYONE);

	static final Ledger<MeasureTask> MEASURE_TASKS = ledger("measure-tasks", "measure-task", MeasureTask.class,
			Text.of("举措任务", "Tasks of measures; the measure must be entered before"), EVERYONE);

	static final Ledger<PartyReport> PARTY_REPORTS = ledger("party-reports", "party-report", PartyReport.class,
			Text.of("向党委请示报告", "Requests and reports to the Party committee"), INTERNAL);

	static final Ledger<InternalRule> INTERNAL_RULES = ledger("internal-rules", "internal-rule", InternalRule.class,
			Text.of("内部制度版本", "Versions of internal rules"), EVERYONE);

	static final Ledger<OrganChange> ORGAN_CHANGES = ledger("organ-changes", "organ-change", OrganChange.class,
			Text.of("机构变动", "Changes of organs"), EVERYONE);

	static final Ledger<Award> AWARDS = ledger("awards", "award", Award.class, Text.of("获奖", "Awards"), EVERYONE);

	static final Ledger<MediaArticle> MEDIA_ARTICLES = ledger("media-articles", "media-article", MediaArticle.class,
			Text.of("媒体刊登稿件", "Articles in the media"), EVERYONE);

	static final Ledger<Assistance> ASSISTANCE = ledger("assistance", "assistance", Assistance.class,
			Text.of("配合上级人大执法检查、视察、调研", "Help with inspections, tours and research of higher committees"), EVERYONE);

	static final Ledger<LegislativeAssistance> LEGISLATIVE_ASSISTANCE = ledger("legislative-assistance",
			"legislative-assistance", LegislativeAssistance.class,
			Text.of("协助上级立法", "Help with laws and regulations of a higher level"), EVERYONE);

	static final Ledger<ChronicleEntry> CHRONICLE = ledger("chronicle", "chronicle-entry", ChronicleEntry.class,
			Text.of("大事记", "Campaigns, documents, conferences and symposiums"), EVERYONE);

	private OfficeLedgers() {
	}

	private static <R extends Record & Line> Ledger<R> ledger(String name, String singular, Class<R> type, Text title,
			Set<Role> readers) {
		return new Ledger<>(name, singular, BASE + "/" + name, type, title, KEEPERS, readers);
	}

	/**
	 * A key of several parts.
	 */
	static String joined(Object... parts) {
		return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(BETWEEN));
	}

	/**
	 * What is searched, of the members that are there.
	 */
	static String words(@Nullable String... parts) {
		return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}

	static Stream<FieldError> notBefore(String pointer, @Nullable LocalDate day, LocalDate first) {
		return (day == null || !day.isBefore(first)) ? Stream.empty()
				: Stream.of(new FieldError(pointer, Text.of("不得早于 %s。", "It must not be before %s.", first)));
	}

	static Stream<FieldError> after(String pointer, @Nullable LocalDate day, LocalDate first) {
		return (day == null || day.isAfter(first)) ? Stream.empty()
				: Stream.of(new FieldError(pointer, Text.of("须晚于 %s。", "It must be after %s.", first)));
	}

}
