package renda.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;

import renda.platform.security.Caller;
import renda.platform.web.Text;

/**
 * What somebody owes that is no case, such as what is due every year. It is on the desk
 * with the cases. A feature declares one bean.
 */
public interface Owed {

	/**
	 * What a caller owes, the first that is due first.
	 * @param limit the most of it
	 */
	Mono<List<Duty>> by(Caller caller, LocalDate today, int limit);

	/**
	 * One thing that is owed.
	 *
	 * @param kind what kind of thing: {@code filing-year-list}
	 * @param code what people call it
	 * @param state how it stands
	 * @param step what is to be done about it
	 * @param rule the rule that asks for it
	 * @param citation its law and article
	 * @param since since when it is so
	 * @param dueOn the last day to do it
	 * @param href where it is read
	 */
	record Duty(String kind, Text kindTitle, UUID id, String code, Text title, String state, Text stateTitle,
			String step, Text stepTitle, String rule, String citation, LocalDate since, LocalDate dueOn, String href) {
	}

}
