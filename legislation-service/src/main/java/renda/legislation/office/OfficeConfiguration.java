package renda.legislation.office;

import java.util.Map;
import java.util.Set;

import renda.legislation.ledger.LedgerFigure;
import renda.legislation.ledger.LedgerFigure.Period;
import renda.legislation.ledger.LedgerImports;
import renda.legislation.ledger.Ledgers;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The figures and imports of the registers of the office.
 */
@Configuration(proxyBeanMethods = false)
@Import(OfficeConfiguration.Imports.class)
class OfficeConfiguration {

	@Bean
	Figure partyReportsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.PARTY_REPORTS, "party_reports",
				Text.of("向市委请示报告", "Requests and reports to the city's Party committee"),
				Text.of("次", "requests and reports"),
				Text.of("本届向市委请示报告的次数，截至所给日期；向省委的不计。清单为内部资料。",
						"Requests and reports sent to the city's Party committee in the term, up to the day; those to the province's are not counted. The list is internal."),
				Period.TERM, Map.of("recipient", PartyReport.Recipient.CITY), Set.of("subject", "form"), false));
	}

	@Bean
	Figure rulesScFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.INTERNAL_RULES, "rules_sc",
				Text.of("修订常委会工作制度", "Rules of the standing committee revised"), Text.of("项", "rules"),
				Text.of("本届修订的常委会工作制度，截至所给日期；制定和废止的不计。",
						"Revisions of the standing committee's rules in the term, up to the day; rules made or ended are not counted."),
				Period.TERM, Map.of("scope", InternalRule.Scope.STANDING_COMMITTEE, "act", InternalRule.Act.REVISED),
				Set.of(), false));
	}

	@Bean
	Figure rulesOfficeFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.INTERNAL_RULES, "rules_office",
				Text.of("修订机关工作制度", "Rules of the office revised"), Text.of("项", "rules"),
				Text.of("本届修订的机关工作制度，截至所给日期；制定和废止的不计。",
						"Revisions of the office's rules in the term, up to the day; rules made or ended are not counted."),
				Period.TERM, Map.of("scope", InternalRule.Scope.OFFICE, "act", InternalRule.Act.REVISED), Set.of(),
				false));
	}

	@Bean
	Figure researchAwardsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.AWARDS, "research_awards",
				Text.of("获省人大优秀调研成果奖", "Provincial awards for research"), Text.of("篇", "reports"),
				Text.of("本届获省级调研成果奖的调研报告，截至所给日期；其他层级的不计。",
						"Research reports that won an award of the province in the term, up to the day; awards of other levels are not counted."),
				Period.TERM, Map.of("kind", Award.Kind.RESEARCH, "level", Level.PROVINCE), Set.of(), false));
	}

	@Bean
	Figure newsAwardsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.AWARDS, "news_awards",
				Text.of("获省人大新闻奖", "Provincial awards for news"), Text.of("篇", "articles"),
				Text.of("本届获省级人大新闻奖的作品，截至所给日期；其他层级的不计。",
						"Works that won a news award of the province in the term, up to the day; awards of other levels are not counted."),
				Period.TERM, Map.of("kind", Award.Kind.NEWS, "level", Level.PROVINCE), Set.of(), false));
	}

	@Bean
	Figure mediaArticlesFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.MEDIA_ARTICLES, "media_articles",
				Text.of("媒体刊登稿件", "Articles in the media"), Text.of("篇", "articles"),
				Text.of("本届中央和省、市媒体刊登的稿件，截至所给日期；人大自办网站、杂志的不计。",
						"Articles in media of the nation, the province and the city in the term, up to the day; the congress's own website and magazine are not counted."),
				Period.TERM, Map.of("own", false), Set.of("level"), true));
	}

	@Bean
	Figure assistProvinceFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.ASSISTANCE, "assist_province",
				Text.of("配合省人大执法检查和视察调研", "Help for the province's committee"), Text.of("次", "times"),
				Text.of("本届配合省人大开展的执法检查、视察、调研，截至所给日期；配合全国人大的不计。",
						"Inspections, tours and research of the province's committee helped in the term, up to the day; those of the nation's are not counted."),
				Period.TERM, Map.of("level", Level.PROVINCE), Set.of("form"), true));
	}

	@Bean
	Figure provincialAssistRegsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(OfficeLedgers.LEGISLATIVE_ASSISTANCE, "provincial_assist_regs",
				Text.of("协助省人大立法", "Regulations of the province helped with"), Text.of("件", "regulations"),
				Text.of("本届协助省人大立法的省级法规，每件计一次，截至所给日期；不计入本市制定数。",
						"Regulations of the province helped with in the term, each once, up to the day; they are none of the city's own."),
				Period.TERM, Map.of("level", Level.PROVINCE), Set.of("stage"), false));
	}

	/**
	 * An import for each.
	 */
	static final class Imports extends LedgerImports {

		Imports() {
			super(OfficeLedgers.ALL);
		}

	}

}
