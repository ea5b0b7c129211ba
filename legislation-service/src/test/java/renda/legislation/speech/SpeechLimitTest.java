package renda.legislation.speech;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.sitting.Sitting.Form;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechLimitTest {

	@ParameterizedTest
	@CsvSource({ "2022-06-24, PLENARY, false, 15, MTG-25", "2022-06-24, GROUP, true, 10, MTG-25",
			"2022-06-25, PLENARY, false, 10, MTG-26", "2022-06-25, JOINT, false, 10, MTG-26",
			"2022-06-25, GROUP, false, 15, MTG-26", "2022-06-25, GROUP, true, 10, MTG-26" })
	void mtg25AndMtg26TheLimitIsThatOfTheDayOfTheFormAndOfASecondSpeech(LocalDate on, Form form, boolean again,
			int minutes, String rule) {
		RuleSet rules = RuleBook.statutory(on);
		SpeechLimit limit = SpeechLimit.of(form, again, rules);
		assertThat(limit).isEqualTo(new SpeechLimit(minutes, rule, again));
		Refusal refusal = limit.refused(minutes + 1, form, rules);
		assertThat(refusal.status().value()).isEqualTo(422);
		assertThat(refusal.properties()).containsEntry("rule", rule);
	}

}
