package renda.legislation.oath;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.oath.OathCeremony.Form;
import renda.legislation.post.PostKind.Organiser;
import renda.platform.rule.RuleSet;
import renda.platform.web.Text;

/**
 * What the law asks of a ceremony, and the facts it is decided on.
 */
final class OathLaw {

	private OathLaw() {
	}

	/**
	 * Refuses who does not swear, or not yet, or not before this organiser.
	 */
	static void requireSwearing(List<Appointee> asked, Organiser organiser, LocalDate on, RuleSet rules) {
		for (Appointee one : asked) {
			if (one.approvalNeeded()) {
				throw rules.refuse("OATH-05",
						Text.of("%s 须经上级批准后宣誓。", "%s swears after the approval above.", one.title()), facts(one, on));
			}
			if (!one.swears()) {
				throw rules.refuse("OATH-01",
						Text.of("免职、辞职、撤职和由县级组织宣誓的批准任命，不在此宣誓。",
								"Whoever leaves a post swears no oath, and a county's chief procurator swears there."),
						facts(one, on));
			}
			if (one.passedOn() == null || on.isBefore(one.passedOn()) || !one.announced()) {
				throw rules.refuse("OATH-01",
						Text.of("宣誓须在任命通过并公布之后。", "The oath comes after the appointment is passed and announced."),
						facts(one, on));
			}
			if (one.sworn()) {
				throw rules.refuse("OATH-09",
						Text.of("已就此职务宣誓；重新任职时才再次宣誓。",
								"The oath for this post is taken; it is taken again upon another appointment."),
						facts(one, on));
			}
			if (one.organiser() != organiser) {
				throw rules.refuse(rule(one),
						Text.of("%s 的宣誓由%s组织。", "The oath of %3$s is organised by %4$s.", one.title(),
								one.organiser().title().zh(), one.title(), one.organiser().title().en()),
						facts(one, on));
			}
		}
	}

	private static String rule(Appointee one) {
		return switch (one.organiser()) {
			case COURT, PROCURATORATE -> "OATH-04";
			case LOWER_COUNCIL -> "OATH-05";
			case COUNCIL, PRESIDIUM -> "OATH-03";
		};
	}

	private static Map<String, Object> facts(Appointee one, LocalDate on) {
		return Map.of("appointment", one.code(), "on", on, "passedOn",
				(one.passedOn() != null) ? one.passedOn().toString() : "", "announced", one.announced(), "sworn",
				one.sworn(), "organiser", one.organiser().name());
	}

	/**
	 * Refuses a form that the law does not know: one swears alone, several are led by one
	 * of them; and any other text.
	 */
	static void requireForm(Form form, @Nullable UUID leader, String text, List<Appointee> asked, RuleSet rules) {
		boolean led = leader != null && asked.stream().anyMatch((one) -> one.id().equals(leader));
		boolean right = (form == Form.SINGLE) ? asked.size() == 1 && leader == null : asked.size() > 1 && led;
		if (!right) {
			throw rules.refuse("OATH-06",
					Text.of("单独宣誓为一人；集体宣誓为二人以上，并由其中一人领誓（leader）。",
							"One swears alone; several swear together, led by one of them (leader)."),
					Map.of("form", form.name(), "persons", asked.size(), "ledByOneOfThem", led));
		}
		if (!OathCeremony.TEXT.equals(text)) {
			throw rules.refuse("OATH-02",
					Text.of("誓词为法定文本，现行为 %s 年文本。", "The text is fixed: that of %s.", OathCeremony.TEXT),
					Map.of("textVersion", text, "inForce", OathCeremony.TEXT));
		}
	}

	/**
	 * Refuses a ceremony that was not held as the law has it.
	 */
	static void requireCeremony(OathCeremony.Holding held, RuleSet rules) {
		if (!held.constitution() || !held.nameStated()) {
			throw rules.refuse("OATH-06",
					Text.of("宣誓时左手抚按宪法，右手举拳，并报出姓名。",
							"The left hand lies on the Constitution, the right is raised, and each says the name."),
					Map.of("constitution", held.constitution(), "nameStated", held.nameStated()));
		}
		if (!held.anthem() || !held.emblem() || !held.formalDress()) {
			throw rules.refuse("OATH-07",
					Text.of("宣誓场所悬挂国旗或者国徽，奏唱国歌，着装庄重。",
							"The flag or the emblem is shown, the anthem is played, and all are formally dressed."),
					Map.of("anthem", held.anthem(), "emblem", held.emblem(), "formalDress", held.formalDress()));
		}
	}

}
