package renda.legislation.inquiry;

import renda.legislation.ledger.LedgerImport;
import renda.legislation.ledger.Ledgers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The imports of letters and opinions.
 */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

	@Bean
	LedgerImport<ContactRequest> contactRequestImport(Ledgers ledgers) {
		return new LedgerImport<>(Opinions.REQUESTS, ledgers);
	}

	@Bean
	LedgerImport<ContactOpinion> contactOpinionImport(Ledgers ledgers) {
		return new LedgerImport<>(Opinions.OPINIONS, ledgers);
	}

}
