package renda.legislation.inquiry;

import renda.legislation.ledger.LedgerImport;
import renda.legislation.ledger.Ledgers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The import of letters.
 */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

	@Bean
	LedgerImport<ContactRequest> contactRequestImport(Ledgers ledgers) {
		return new LedgerImport<>(Opinions.REQUESTS, ledgers);
	}

}
