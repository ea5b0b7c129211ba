package renda.legislation.contact;

import java.util.Map;
import java.util.Set;

import renda.legislation.ledger.LedgerFigure;
import renda.legislation.ledger.LedgerFigure.Period;
import renda.legislation.ledger.LedgerImport;
import renda.legislation.ledger.Ledgers;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The figures and imports of contact points, experts and press conferences.
 */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

	@Bean
	Figure contactPointsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(ContactPoints.LEDGER, "contact_points",
				Text.of("基层立法联系点", "Grassroots legislative contact points"), Text.of("个", "points"),
				Text.of("所给日期设立中的市级基层立法联系点；其他层级的和已撤销的不计。",
						"The city's contact points that work on the day; those of other levels and those that ended are not counted."),
				Period.ACTIVE, Map.of("level", ContactPoint.Level.CITY), Set.of("host", "area"), false));
	}

	@Bean
	Figure expertsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(Experts.LEDGER, "experts",
				Text.of("立法咨询委员会专家", "Experts of the legislative advisory committee"), Text.of("名", "experts"),
				Text.of("本届立法咨询委员会在所给日期在聘的专家；往届的和已解聘的不计。",
						"Experts appointed to the committee of the term whose appointment holds on the day; those of other terms and those that ended are not counted."),
				Period.ACTIVE_IN_TERM, Map.of(), Set.of("field"), false));
	}

	@Bean
	Figure pressConferencesFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(Conferences.LEDGER, "press_conferences",
				Text.of("法规新闻发布会", "Press conferences on regulations"), Text.of("场", "conferences"),
				Text.of("本届召开的法规新闻发布会，截至所给日期。", "Press conferences on regulations held in the term, up to the day."),
				Period.TERM, Map.of(), Set.of(), false));
	}

	@Bean
	Figure pressConferenceRegulationsFigure(Conferences conferences) {
		return new Figure("press_conference_regs",
				Text.of("新闻发布会解读的法规", "Regulations that press conferences were about"), Text.of("部", "regulations"),
				Text.of("本届新闻发布会所发布的本市法规，每部只计一次；分年时计入首次发布的年份。",
						"The city's regulations that press conferences of the term were about, each once; by year, each in the year of its first."),
				false, Set.of("year"), (query) -> "/api/v1/legislation/press-conference-regulations?term="
						+ query.term() + "&to=" + query.asOf(),
				conferences::count);
	}

	@Bean
	LedgerImport<ContactPoint> contactPointImport(Ledgers ledgers) {
		return new LedgerImport<>(ContactPoints.LEDGER, ledgers);
	}

	@Bean
	LedgerImport<Expert> expertImport(Ledgers ledgers) {
		return new LedgerImport<>(Experts.LEDGER, ledgers);
	}

	@Bean
	LedgerImport<ContactRequest> contactRequestImport(Ledgers ledgers) {
		return new LedgerImport<>(Opinions.REQUESTS, ledgers);
	}

	@Bean
	LedgerImport<ContactOpinion> contactOpinionImport(Ledgers ledgers) {
		return new LedgerImport<>(Opinions.OPINIONS, ledgers);
	}

}
