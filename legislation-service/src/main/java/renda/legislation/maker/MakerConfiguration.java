package renda.legislation.maker;

import java.util.Set;

import renda.legislation.ledger.Ledger;
import renda.legislation.ledger.LedgerImport;
import renda.legislation.ledger.Ledgers;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MakerConfiguration {

	static final String PATH = "/api/v1/legislation/filing-makers";

	/** The roll. SQL that asks who is on it names it as well. */
	static final Ledger<Maker> ROLL = new Ledger<>("filing-makers", "filing-maker", PATH, Maker.class,
			Text.of("制定机关名录", "The roll of makers"), Set.of(Role.FILING_OFFICE), Set.of(), Set.of(Role.FILING_OFFICE));

	@Bean
	LedgerImport<Maker> makerImport(Ledgers ledgers) {
		return new LedgerImport<>(ROLL, ledgers);
	}

}
