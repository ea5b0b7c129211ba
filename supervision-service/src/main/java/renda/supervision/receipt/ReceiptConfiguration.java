package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.Map;

import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The figure of what comes. It is never broken down by organ: that would show how often
 * one is accused.
 */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

	private static final Map<String, String> GROUPS = Map.of("channel", "receipt.channel", "class",
			"coalesce(petition.category, 'UNCLASSIFIED')", "area", "receipt.area", "month",
			"to_char(receipt.received_on, 'YYYY-MM')", "year", "extract(year FROM receipt.received_on)::int::text");

	@Bean
	Figure petitionsReceived(Receipts receipts, CityProfile city) {
		return new Figure("petitions", Text.of("受理群众来信来访", "Letters and visits received"), Text.of("件次", "receipts"),
				Text.of("市人大常委会信访工作机构本届内收到的来信、来访，按件次计，截至所给日期；网上信访、来电、传真和县级人大常委会收到的不计。",
						"Letters and visits received by the city's petition office within the term, each counted, up to the day; web entries, calls, faxes and what county committees received are not."),
				false, GROUPS.keySet(),
				(query) -> "/api/v1/supervision/petition-receipts?channel=LETTER&channel=VISIT&receivedBy="
						+ city.code() + "&receivedFrom=" + city.term(query.term()).from() + "&receivedTo="
						+ last(city, query),
				(query) -> receipts.count(city.code(), city.term(query.term()).from(), last(city, query),
						(query.by() != null) ? GROUPS.getOrDefault(query.by(), "''") : "''"));
	}

	private static LocalDate last(CityProfile city, Figure.Query query) {
		return query.lastDay(city);
	}

}
