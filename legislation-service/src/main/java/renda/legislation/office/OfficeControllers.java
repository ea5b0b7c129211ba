package renda.legislation.office;

import io.swagger.v3.oas.annotations.tags.Tag;
import renda.legislation.ledger.LedgerController;
import renda.legislation.ledger.LedgerDesks;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where each register of the office is served, and as what it is described. Who reads and
 * keeps it, its declaration in {@link OfficeLedgers} says; all filter by {@code term},
 * {@code year}, {@code from} and {@code to}, and by the classes of the register.
 */
final class OfficeControllers {

	private OfficeControllers() {
	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/internal-rules")
	@Tag(name = "office-internal-rules", description = "常委会工作制度与机关工作制度：每次制定、修订、废止为一个版本")
	static class InternalRules extends LedgerController<InternalRule, InternalRule.Filter> {

		InternalRules(LedgerDesks desks) {
			super(OfficeLedgers.INTERNAL_RULES, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/organ-changes")
	@Tag(name = "office-organ-changes", description = "机构变动：按生效日期")
	static class OrganChanges extends LedgerController<OrganChange, OrganChange.Filter> {

		OrganChanges(LedgerDesks desks) {
			super(OfficeLedgers.ORGAN_CHANGES, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/awards")
	@Tag(name = "office-awards", description = "获奖：调研成果、人大新闻及其他")
	static class Awards extends LedgerController<Award, Award.Filter> {

		Awards(LedgerDesks desks) {
			super(OfficeLedgers.AWARDS, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/media-articles")
	@Tag(name = "office-media-articles", description = "中央和省、市媒体刊登稿件")
	static class MediaArticles extends LedgerController<MediaArticle, MediaArticle.Filter> {

		MediaArticles(LedgerDesks desks) {
			super(OfficeLedgers.MEDIA_ARTICLES, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/assistance")
	@Tag(name = "office-assistance", description = "配合上级人大执法检查、视察、调研")
	static class Assistances extends LedgerController<Assistance, Assistance.Filter> {

		Assistances(LedgerDesks desks) {
			super(OfficeLedgers.ASSISTANCE, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/legislative-assistance")
	@Tag(name = "office-legislative-assistance", description = "协助上级立法（不计入本市制定数）")
	static class LegislativeAssistances extends LedgerController<LegislativeAssistance, LegislativeAssistance.Filter> {

		LegislativeAssistances(LedgerDesks desks) {
			super(OfficeLedgers.LEGISLATIVE_ASSISTANCE, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/chronicle")
	@Tag(name = "office-chronicle", description = "大事记：学习教育、文件、会议、座谈会等")
	static class Chronicle extends LedgerController<ChronicleEntry, ChronicleEntry.Filter> {

		Chronicle(LedgerDesks desks) {
			super(OfficeLedgers.CHRONICLE, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/party-reports")
	@Tag(name = "office-party-reports", description = "向党委请示报告：内部登记，只公开件数")
	static class PartyReports extends LedgerController<PartyReport, PartyReport.Filter> {

		PartyReports(LedgerDesks desks) {
			super(OfficeLedgers.PARTY_REPORTS, desks);
		}

	}

}
