package renda.legislation.expert;

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
 * The figure and import of experts.
 */
@Configuration(proxyBeanMethods = false)
class ExpertConfiguration {

	@Bean
	Figure expertsFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(Experts.LEDGER, "experts",
				Text.of("立法咨询委员会专家", "Experts of the legislative advisory committee"), Text.of("名", "experts"),
				Text.of("本届立法咨询委员会在所给日期在聘的专家；往届的和已解聘的不计。",
						"Experts appointed to the committee of the term whose appointment holds on the day; those of other terms and those that ended are not counted."),
				Period.ACTIVE_IN_TERM, Map.of(), Set.of("field"), false));
	}

	@Bean
	LedgerImport<Expert> expertImport(Ledgers ledgers) {
		return new LedgerImport<>(Experts.LEDGER, ledgers);
	}

}
