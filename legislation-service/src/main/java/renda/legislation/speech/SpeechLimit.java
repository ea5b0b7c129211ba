package renda.legislation.speech;

import java.util.Map;

import renda.legislation.sitting.Sitting.Form;
import renda.platform.rule.Parameter;
import renda.platform.rule.RuleSet;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * How long a member may speak. Which limit holds is a number of the rule book: the
 * province's or that of the national model.
 *
 * @param rule the rule that the number comes from
 * @param again whether the member spoke on the same question before
 */
record SpeechLimit(int minutes, String rule, boolean again) {

	static SpeechLimit of(Form form, boolean again, RuleSet rules) {
		String key = again ? "mtg.speechAgainMinutes"
				: (form == Form.GROUP) ? "mtg.groupSpeechMinutes" : "mtg.speechMinutes";
		Parameter.Value value = rules.value(key);
		return new SpeechLimit(rules.number(key), value.rule().equals("MTG-25") ? "MTG-25" : "MTG-26", again);
	}

	/**
	 * A longer speech was allowed to go on, or was stopped; which of the two is recorded.
	 */
	Refusal refused(int spoken, Form form, RuleSet rules) {
		return rules.refuse(this.rule, Text.of("发言超过 %d 分钟；请在 ruling 中记明主持人同意延长（EXTENDED）或者予以制止（STOPPED）。",
				"The speech was longer than %d minutes; say in ruling whether whoever presided extended it (EXTENDED) or stopped it (STOPPED).",
				this.minutes),
				Map.of("minutes", spoken, "limit", this.minutes, "form", form, "again", this.again, "pointer",
						"/ruling"));
	}

}
