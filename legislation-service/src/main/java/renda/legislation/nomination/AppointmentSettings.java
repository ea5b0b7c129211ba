package renda.legislation.nomination;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the city sets itself.
 *
 * @param passMark the mark of the law examination, of 100 (APT-11)
 */
@ConfigurationProperties("renda.appointment")
record AppointmentSettings(@DefaultValue("60") int passMark) {

	AppointmentSettings {
		if (passMark < 1 || passMark > 100) {
			throw new IllegalArgumentException("renda.appointment.pass-mark is 1 to 100, not " + passMark);
		}
	}

}
