package renda.platform.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The two rule sets of statute-rules 0.1: until 30 April and 30 September 2025, and
 * since.
 */
class RuleSetTest {

	private static final LocalDate OLD = LocalDate.of(2025, 4, 30);

	private static final LocalDate NEW = LocalDate.of(2025, 10, 1);

	/**
	 * What the change of 2025 changes: key, rule and value before, rule and value since,
	 * whether the value since is confirmed. Statute-rules 4.3: marked Z† and H†.
	 */
	private static final String CHANGED = """
			legis.memberDraftDays         LEG-23 7d     LEG-23 7d    unconfirmed
			legis.deputyDraftDays         LEG-24 20d    LEG-25 1m    unconfirmed
			legis.readings.default        LEG-26 2      LEG-26 2     unconfirmed
			legis.readings.max            LEG-27 3      LEG-27 3     unconfirmed
			legis.readings.min            LEG-28 1      LEG-28 1     unconfirmed
			legis.shelfYears              LEG-47 2y     LEG-48 2y    unconfirmed
			legis.planDraftDue            LEG-10 11-30  LEG-10 11-30 unconfirmed
			legis.termPlanMonths          LEG-09 6m     LEG-09 6m    unconfirmed
			legis.proposalsMonths         LEG-08 3m     LEG-08 3m    unconfirmed
			legis.jointMembers            LEG-15 5      MTG-11 5     confirmed
			legis.jointDeputies           LEG-16 10     MOT-01 10    confirmed
			legis.implRulesMonths         LEG-68 6m     LEG-69 12m   unconfirmed
			legis.newspaperDays           LEG-54 7d     LEG-54 7d    unconfirmed
			legis.authorisedReport        LEG-49 1y     LEG-49 1y    unconfirmed
			fil.fileDays                  FIL-03 30d    FIL-04 30d   confirmed
			fil.copies                    FIL-05 10     FIL-05 10    unconfirmed
			fil.reviewDays                FIL-08 30d    FIL-08 30d   unconfirmed
			fil.extendDays                FIL-08 30d    FIL-08 30d   unconfirmed
			fil.answerDays                FIL-13 30d    FIL-13 30d   unconfirmed
			fil.executeDays               FIL-15 30d    FIL-15 30d   unconfirmed
			fil.reportDays                FIL-17 30d    FIL-17 30d   unconfirmed
			fil.yearListDue               FIL-19 03-31  FIL-19 03-31 unconfirmed
			sup.handoverDays              SUP-18 10d    SUP-18 10d   unconfirmed
			sup.answerMonths              SUP-12 3m     SUP-12 3m    unconfirmed
			sup.answerMonths.budgetAudit  SUP-19 2m     SUP-19 2m    unconfirmed
			ins.noticeDays                INS-05 10d    INS-05 10d   unconfirmed
			ins.handoverDays              INS-10 10d    INS-10 10d   unconfirmed
			ins.answerMonths              INS-11 3m     INS-11 3m    unconfirmed""";

	@Test
	void theTwoRuleSetsDifferInExactlyTheNumbersOfTheTwoTexts() {
		RuleSet before = RuleBook.statutory(OLD);
		RuleSet since = RuleBook.statutory(NEW);
		List<String> changed = new ArrayList<>();
		for (Parameter parameter : before.parameters()) {
			Parameter.Value one = before.value(parameter.key());
			Parameter.Value other = since.value(parameter.key());
			if (!one.equals(other)) {
				assertThat(one.confirmed()).as(parameter.key()).isTrue();
				changed.add("%-29s %s %-6s %s %-6s%s".formatted(parameter.key(), one.rule(), one.value(), other.rule(),
						other.value(), other.confirmed() ? "confirmed" : "unconfirmed"));
			}
		}
		assertThat(changed.stream().map(RuleSetTest::words).toList())
			.containsExactlyInAnyOrderElementsOf(CHANGED.lines().map(RuleSetTest::words).toList());
	}

	private static String words(String line) {
		return line.strip().replaceAll(" +", " ");
	}

	@Test
	void theTwoRuleSetsDifferInExactlyTheRulesOfTheTwoTexts() {
		List<Rule> before = new ArrayList<>(RuleBook.statutory(OLD).rules());
		List<Rule> since = RuleBook.statutory(NEW).rules();
		assertThat(before).containsAll(since);
		before.removeAll(since);
		assertThat(before).hasSize(88).allMatch(Rule::superseded);
	}

	/**
	 * Statute-rules 4.3, the parameters that the change of 2025 leaves alone.
	 */
	@ParameterizedTest
	@CsvSource({ "legis.consultDays,30d,LEG-37", "legis.approvalMonths,4m,LEG-07", "legis.filingUpDays,30d,LEG-62",
			"legis.substituteYears,2y,LEG-78", "mtg.noticeDays,7d,MTG-07", "mtg.minIntervalMonths,2m,MTG-01",
			"mtg.motionLeadDays,15d,MTG-10", "mtg.sessionNoticeMonths,1m,MTG-19", "mtg.firstSessionMonths,2m,MTG-16",
			"mtg.speechMinutes,10,MTG-26", "mtg.groupSpeechMinutes,15,MTG-26", "mtg.speechAgainMinutes,10,MTG-26",
			"mtg.suggestionMonths,3m,MTG-29", "mtg.reportDisagreed,>=1/2,MTG-30", "mtg.unexcusedAbsences,2,MTG-32",
			"mtg.absentDays,>1/3,MTG-32", "mtg.committeeLeast,29,MTG-34", "mtg.committeeMost,51,MTG-34",
			"mtg.committeeMostPopulous,61,MTG-34", "maj.committeeDays,30d,MAJ-04", "maj.deliberateMonths,4m,MAJ-05",
			"maj.opinionDays,10d,MAJ-09", "maj.reportMonths,3m,MAJ-09", "maj.reportMostMonths,6m,MAJ-09",
			"fil.formalCheckDays,10d,FIL-06", "fil.resubmitDays,10d,FIL-07", "fil.committeeDays,30d,FIL-09",
			"fil.committeeExtendDays,30d,FIL-09", "fil.dispatchWd,5wd,FIL-09", "fil.transferDays,10d,FIL-23",
			"fil.refileDays,30d,FIL-25", "fil.activeReviewMonths,2m,FIL-29", "fil.reportHearDue,12-31,FIL-21",
			"fil.reportUpDays,30d,FIL-28", "rev.incompleteNoticeWd,5wd,REV-05", "rev.noStartNoticeDays,10d,REV-07",
			"rev.feedbackDays,15d,REV-10", "sup.draftDays,20d,SUP-06", "sup.finalDays,10d,SUP-07",
			"sup.memberDays,7d,SUP-08", "inq.answerMonths,6m,INQ-08", "bud.prelimDays,30d,BUD-01",
			"bud.adjustmentDays,30d,BUD-22", "bud.accountsDays,30d,FIN-03", "bud.issueDays,20d,BUD-09",
			"bud.unitIssueDays,15d,BUD-09", "bud.transferGeneralDays,30d,BUD-10", "bud.transferSpecialDays,60d,BUD-10",
			"bud.discloseDays,20d,BUD-12", "bud.fileUpDays,30d,BUD-28", "bud.windows.accounts,06-01/09-30,FIN-01",
			"bud.windows.execution,06-01/09-30,BUD-18", "aud.rectifyMonths,6m,AUD-02", "aud.yearEnd,12-31,AUD-03",
			"debt.reportEvery,1y,DEB-05", "debt.committeeReportEvery,6m,DEB-07", "pet.noticeDays,15d,PET-07",
			"pet.transferDays,5d,PET-09", "pet.objectWd,5wd,PET-08", "pet.handleDays,60d,PET-12",
			"pet.extendDays,30d,PET-12", "pet.reexamAskDays,30d,PET-15", "pet.reexamDays,30d,PET-15",
			"pet.reviewAskDays,30d,PET-16", "pet.reviewDays,30d,PET-16", "pet.maxVisitors,5,PET-05",
			"sug.answerMonths,3m,SUG-13", "sug.hardMonths,6m,SUG-14", "sug.rejectWd,10wd,SUG-08",
			"sug.reassignWd,10wd,SUG-09", "sug.feedbackWd,10wd,SUG-19", "sug.redoMonths,1m,SUG-20",
			"sug.coMonths,2m,SUG-12", "sug.assignWd,5wd,SUG-27", "sug.unitReportDue,08-31,SUG-23",
			"apt.fileDays,10d,APT-09", "apt.noticeDays,3d,APT-21", "apt.retryMonths,6m,APT-19", "apt.maxFails,2,APT-19",
			"apt.newGovMonths,2m,APT-06", "dep.absenceLimit,2,DEP-14", "dep.recall.countyVoters,50,DEP-10",
			"dep.recall.townVoters,30,DEP-10", "dep.recall.deputies,10,DEP-07", "dep.recall.members,5,DEP-07" })
	void holdsTheNumbersOfTheList(String key, String value, String rule) {
		assertThat(RuleBook.statutory(NEW).value(key))
			.extracting(Parameter.Value::value, Parameter.Value::rule, Parameter.Value::confirmed)
			.containsExactly(value, rule, true);
	}

	/**
	 * Periods of other cities' rules: used since the city's own have ended, and not
	 * confirmed.
	 */
	@ParameterizedTest
	@CsvSource({ "legis.preliminaryMonths,6m,LEG-73", "legis.legalReportMonths,6m,LEG-74",
			"legis.announceDays,20d,LEG-77" })
	void holdsTheModelsOfOtherCities(String key, String value, String rule) {
		assertThat(RuleBook.statutory(NEW).value(key))
			.extracting(Parameter.Value::value, Parameter.Value::rule, Parameter.Value::from,
					Parameter.Value::confirmed)
			.containsExactly(value, rule, LocalDate.of(2025, 5, 1), false);
	}

	/**
	 * Numbers that were others, or rested on another text, while the 15th congress sat.
	 */
	@ParameterizedTest
	@CsvSource({ "pet.handleDays,2022-04-30,30d,河南信访条例(2012) 第二十六条", "pet.handleDays,2022-05-01,60d,信访工作条例(2022) 第三十四条",
			"pet.extendDays,2022-04-30,60d,河南信访条例(2012) 第二十六条", "pet.extendDays,2022-05-01,30d,信访工作条例(2022) 第三十四条",
			"sug.answerMonths,2025-03-10,3m,代表法(2015) 第四十二条", "sug.answerMonths,2025-03-11,3m,代表法(2025) 第五十一条",
			"sug.hardMonths,2020-01-10,6m,代表法(2015) 第四十二条", "dep.absenceLimit,2020-01-10,2,代表法(2015) 第四十九条",
			"sup.draftDays,2024-11-07,20d,监督法(2006) 第十二条", "sup.draftDays,2024-11-08,20d,监督法(2024) 第十五条",
			"legis.consultDays,2020-01-10,30d,立法法(2015) 第三十七条", "mtg.committeeMost,2019-01-10,41,地方组织法(2015) 第四十一条",
			"mtg.speechMinutes,2022-06-24,15,河南常委会工作条例(2010) 第十三条" })
	void keepsEarlierNumbersWithTheirOwnBasis(String key, LocalDate day, String value, String basis) {
		assertThat(RuleBook.statutory(day).value(key)).extracting(Parameter.Value::value, Parameter.Value::basis)
			.containsExactly(value, basis);
	}

	@Test
	void aRuleMayNotYetBeInForceWhileItsNumberIs() {
		RuleSet rules = RuleBook.statutory(LocalDate.of(2020, 1, 10));
		assertThat(rules.rule("SUG-13").inForceOn(rules.day())).isFalse();
		assertThat(rules.limit("sug.answerMonths")).isEqualTo(TimeLimit.parse("3m"));
	}

	@Test
	void beforeTheFirstValueKnownTheFirstIsUsed() {
		assertThat(RuleBook.statutory(LocalDate.of(1999, 1, 1)).limit("sup.draftDays"))
			.isEqualTo(TimeLimit.parse("20d"));
	}

	@ParameterizedTest
	@CsvSource({ "2022-04-30,2022-03-12", "2022-05-01,2022-05-01", "2025-04-30,2025-03-11", "2025-05-01,2025-05-01",
			"2025-09-30,2025-05-01", "2025-10-01,2025-10-01", "2026-11-24,2025-10-01" })
	void isNamedByTheDaySinceWhenItIsSo(LocalDate day, String id) {
		assertThat(RuleBook.statutory(day).id()).isEqualTo(id);
	}

	@Test
	void tellsNumbersLimitsAndDaysApart() {
		RuleSet rules = RuleBook.statutory(NEW);
		assertThat(rules.number("dep.absenceLimit")).isEqualTo(2);
		assertThat(rules.limit("sug.rejectWd")).isEqualTo(new TimeLimit(10, TimeLimit.Unit.WORKING_DAYS));
		assertThatIllegalStateException().isThrownBy(() -> rules.number("sug.rejectWd")).withMessageContaining("10wd");
		assertThatIllegalStateException().isThrownBy(() -> rules.limit("dep.absenceLimit")).withMessageContaining("2");
		assertThatIllegalStateException().isThrownBy(() -> rules.number("sug.unitReportDue"));
		assertThatIllegalArgumentException().isThrownBy(() -> rules.value("sug.nothing"))
			.withMessageContaining("sug.nothing");
	}

}
