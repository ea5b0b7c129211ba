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
 * The figure and import of contact points.
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
	LedgerImport<ContactPoint> contactPointImport(Ledgers ledgers) {
		return new LedgerImport<>(ContactPoints.LEDGER, ledgers);
	}

}
