package renda.legislation.filingyear;

import java.time.LocalDate;
import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * Counts review requests for the year's report. The feature that keeps them declares one
 * bean.
 */
public interface RequestsReceived {

	/**
	 * How many requests were received within some days, by kind.
	 */
	Mono<Map<String, Long>> received(LocalDate from, LocalDate to);

}
