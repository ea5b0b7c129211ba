package renda.legislation.conference;

import java.util.Map;
import java.util.Set;

import renda.legislation.ledger.LedgerFigure;
import renda.legislation.ledger.LedgerFigure.Period;
import renda.legislation.ledger.Ledgers;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The figures of press conferences.
 */
@Configuration(proxyBeanMethods = false)
class ConferenceConfiguration {

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

}
