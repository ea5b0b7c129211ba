package renda.legislation.office;

import java.util.List;
import java.util.Set;

import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.Line;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The registers of the general office, and who reads them: everyone, but for what goes to
 * the Party committee.
 */
public final class OfficeLedgers {

	public static final String BASE = "/api/v1/legislation/office";

	private static final Set<Role> KEEPERS = Set.of(Role.GENERAL_OFFICE);

	private static final Set<Role> INTERNAL = Set.of(Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR);

	static final Ledger<PartyReport> PARTY_REPORTS = ledger("party-reports", "party-report", PartyReport.class,
			Text.of("向党委请示报告", "Requests and reports to the Party committee"), INTERNAL);

	static final Ledger<InternalRule> INTERNAL_RULES = open("internal-rules", "internal-rule", InternalRule.class,
			Text.of("内部制度版本", "Versions of internal rules"));

	static final Ledger<OrganChange> ORGAN_CHANGES = open("organ-changes", "organ-change", OrganChange.class,
			Text.of("机构变动", "Changes of organs"));

	static final Ledger<Award> AWARDS = open("awards", "award", Award.class, Text.of("获奖", "Awards"));

	static final Ledger<MediaArticle> MEDIA_ARTICLES = open("media-articles", "media-article", MediaArticle.class,
			Text.of("媒体刊登稿件", "Articles in the media"));

	static final Ledger<Assistance> ASSISTANCE = open("assistance", "assistance", Assistance.class,
			Text.of("配合上级人大执法检查、视察、调研", "Help with inspections, tours and research of higher committees"));

	static final Ledger<LegislativeAssistance> LEGISLATIVE_ASSISTANCE = open("legislative-assistance",
			"legislative-assistance", LegislativeAssistance.class,
			Text.of("协助上级立法", "Help with laws and regulations of a higher level"));

	static final Ledger<ChronicleEntry> CHRONICLE = open("chronicle", "chronicle-entry", ChronicleEntry.class,
			Text.of("大事记", "Campaigns, documents, conferences and symposiums"));

	static final List<Ledger<?>> ALL = List.of(PARTY_REPORTS, INTERNAL_RULES, ORGAN_CHANGES, AWARDS, MEDIA_ARTICLES,
			ASSISTANCE, LEGISLATIVE_ASSISTANCE, CHRONICLE);

	private OfficeLedgers() {
	}

	/**
	 * A register of the office that everyone may read.
	 */
	public static <R extends Record & Line> Ledger<R> open(String name, String singular, Class<R> type, Text title) {
		return ledger(name, singular, type, title, Set.of());
	}

	private static <R extends Record & Line> Ledger<R> ledger(String name, String singular, Class<R> type, Text title,
			Set<Role> readers) {
		return new Ledger<>(name, singular, BASE + "/" + name, type, title, KEEPERS, readers, INTERNAL);
	}

}
