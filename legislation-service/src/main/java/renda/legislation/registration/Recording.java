package renda.legislation.registration;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalAct;

/**
 * What an act made in this service does to one regulation, as its feature hands it to the
 * register: the promulgation of a bill, the announcement of an interpretation.
 *
 * @param regulation the regulation; missing for one that the act makes
 * @param act what it does, its bodies and its days
 * @param text the whole text as it is after the act, head note included; empty where the
 * act leaves the text as it was
 * @param publishedOn the day it was printed in the gazette; missing where it is not yet
 * @param reason why, for a repeal
 * @param sample whether it is invented for the demonstration
 */
public record Recording(@Nullable UUID regulation, LegalAct act, String text, @Nullable LocalDate publishedOn,
		String reason, boolean sample) {

	Registration.ActInput input() {
		return new Registration.ActInput(this.act.adoptedOn(), this.act.adoptedBy(), this.act.meeting(),
				this.act.approvedOn(), this.act.approvedBy(), this.act.promulgatedOn(), this.publishedOn,
				this.act.effectiveOn(), this.act.decision(), this.act.ordinal(), this.act.packaged());
	}

}
