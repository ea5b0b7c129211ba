package renda.legislation.meeting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes meetings of the past in bulk. A meeting is known by its body, term and number; a
 * known one is left as it is.
 */
@Component
class MeetingImport implements ImportKind<MeetingRow> {

	private final MeetingKind kind;

	private final Proceedings proceedings;

	private final CityProfile city;

	MeetingImport(MeetingKind kind, Proceedings proceedings, CityProfile city) {
		this.kind = kind;
		this.proceedings = proceedings;
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

	@Override
	public Mono<Applied> apply(List<Numbered<MeetingRow>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		return this.kind.table()
			.byCodes(rows.stream().map((row) -> row.row().convening().code()).toList())
			.flatMap((there) -> {
				Set<String> known = new HashSet<>();
				there.stream()
					.filter((one) -> one.state() != Meeting.State.CANCELLED)
					.map(Meeting::code)
					.forEach(known::add);
				List<Lived<Meeting>> lives = new ArrayList<>();
				Applied applied = Applied.NOTHING;
				for (Numbered<MeetingRow> row : rows) {
					applied = applied.plus(one(row, known, lives, command));
				}
				return this.proceedings.record(this.kind, lives).thenReturn(applied);
			});
	}

	private Applied one(Numbered<MeetingRow> numbered, Set<String> known, List<Lived<Meeting>> lives, Command command) {
		MeetingRow row = numbered.row();
		try {
			row.check();
			this.city.term(row.term());
		}
		catch (Refusal refusal) {
			return Applied.refused(numbered, refusal);
		}
		if (!known.add(row.convening().code())) {
			return Applied.ONE_UNCHANGED;
		}
		lives.add(row.lived(command.caller().name()));
		return Applied.ONE_CREATED;
	}

}
