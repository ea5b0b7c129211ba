package renda.legislation.office;

import renda.legislation.ledger.LedgerImport;
import renda.legislation.ledger.Ledgers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The imports of the registers of the office.
 */
@Configuration(proxyBeanMethods = false)
class OfficeImports {

	@Bean
	LedgerImport<FirstTopicStudy> firstTopicStudyImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.FIRST_TOPIC_STUDIES, ledgers);
	}

	@Bean
	LedgerImport<TutorialLecture> tutorialLectureImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.TUTORIAL_LECTURES, ledgers);
	}

	@Bean
	LedgerImport<Measure> measureImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.MEASURES, ledgers);
	}

	@Bean
	LedgerImport<MeasureTask> measureTaskImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.MEASURE_TASKS, ledgers);
	}

	@Bean
	LedgerImport<InternalRule> internalRuleImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.INTERNAL_RULES, ledgers);
	}

	@Bean
	LedgerImport<OrganChange> organChangeImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.ORGAN_CHANGES, ledgers);
	}

	@Bean
	LedgerImport<Award> awardImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.AWARDS, ledgers);
	}

	@Bean
	LedgerImport<MediaArticle> mediaArticleImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.MEDIA_ARTICLES, ledgers);
	}

	@Bean
	LedgerImport<Assistance> assistanceImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.ASSISTANCE, ledgers);
	}

	@Bean
	LedgerImport<LegislativeAssistance> legislativeAssistanceImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.LEGISLATIVE_ASSISTANCE, ledgers);
	}

	@Bean
	LedgerImport<ChronicleEntry> chronicleEntryImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.CHRONICLE, ledgers);
	}

	@Bean
	LedgerImport<PartyReport> partyReportImport(Ledgers ledgers) {
		return new LedgerImport<>(OfficeLedgers.PARTY_REPORTS, ledgers);
	}

}
