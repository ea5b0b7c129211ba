package renda.legislation.sitting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Elected;
import renda.legislation.member.Body;
import renda.platform.security.Caller;

/**
 * Meetings, as other features ask for them. The feature that keeps meetings declares one
 * bean.
 */
public interface Sittings {

	/** Where meetings are, and what is kept beside them. */
	String PATH = "/api/v1/legislation/meetings";

	/**
	 * A meeting as it stands now; empty where there is none.
	 */
	Mono<Sitting> of(UUID meeting);

	/**
	 * The meeting with a code, such as {@code CWH-16-03}; empty where there is none.
	 */
	Mono<Sitting> byCode(String code);

	/**
	 * A meeting as a caller may know of it. Refuses with 404 where the caller may not.
	 */
	Mono<Convened> known(UUID meeting, Caller caller);

	/**
	 * The meetings that everyone may know of and that end on a day or later, the first
	 * first.
	 */
	Mono<List<Announced>> announced(@Nullable Body body, LocalDate since);

	/**
	 * The members who are signed in now, by id; none where there is no such meeting.
	 */
	Mono<List<Present>> present(UUID meeting);

	/**
	 * The items of its agenda that have an outcome: voted upon, withdrawn or not put to
	 * the vote.
	 */
	Mono<List<UUID>> concluded(UUID meeting);

	/**
	 * Takes the outcome of a ballot over to the item it was held on, in the transaction
	 * that announces it. Refuses with 404 where there is no such meeting, 409 where it is
	 * not open, and 422 MTG-09 where the item is not on its adopted agenda.
	 * @param announcer who announced it: whoever presides, the council or the office
	 */
	Mono<Void> settled(UUID item, Decided decided, Caller announcer);

	/**
	 * The same of an election that is over: passed where anybody is elected.
	 */
	Mono<Void> settled(UUID item, Elected elected, Caller announcer);

}
