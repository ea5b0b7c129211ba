package renda.legislation.meeting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCases;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes meetings of the past in bulk. A meeting is known by its body, term and number; a
 * known one is left as it is.
 */
@Component
class MeetingImport implements ImportKind<MeetingRow> {

	private final MeetingKind kind;

	private final Meetings meetings;

	private final PastCases past;

	private final Succession succession;

	private final CityProfile city;

	MeetingImport(MeetingKind kind, Meetings meetings, PastCases past, Succession succession, CityProfile city) {
		this.kind = kind;
		this.meetings = meetings;
		this.past = past;
		this.succession = succession;
		this.city = city;
	}

	@Override
	public String name() {
		return "meetings";
	}

	@Override
	public Text description() {
		return Text.of("已举行的会议，一行一次，写明会期、全体人数与出席人数；议程标题以分号分隔。",
				"Meetings of the past, one a row, with their days, all members and those present; titles of the agenda separated by semicolons.");
	}

	@Override
	public Class<MeetingRow> row() {
		return MeetingRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE);
	}

	/**
	 * A meeting that was called off leaves its number to another. The clock of the next
	 * meeting is put in order once all are there: a batch may bring the last meeting
	 * anywhere among its rows.
	 */
	@Override
	public Mono<Applied> apply(List<Numbered<MeetingRow>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		return Flux.fromArray(Body.values())
			.concatMap((body) -> this.meetings.lastHeld(body).map((last) -> Map.entry(body, last)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.flatMap((before) -> this.past
				.record(this.kind, rows, (row) -> row.convening().code(),
						(there) -> there.state() != Meeting.State.CANCELLED, (row) -> life(row, command.caller()))
				.flatMap((recorded) -> Flux.fromStream(bodies(recorded.cases()))
					.concatMap((body) -> this.succession.recorded(body, before.get(body), command.caller()))
					.then(Mono.just(recorded.applied()))));
	}

	private Lived<Meeting> life(MeetingRow row, Caller importer) {
		this.city.term(row.term());
		return new PastMeeting(row, importer).lived();
	}

	private static Stream<Body> bodies(List<Meeting> meetings) {
		return meetings.stream().map((meeting) -> meeting.convening().body()).distinct();
	}

}
