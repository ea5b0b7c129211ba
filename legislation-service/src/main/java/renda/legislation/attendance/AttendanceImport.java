package renda.legislation.attendance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.attendance.AttendanceImport.AttendanceRow;
import renda.legislation.attendance.PastAttendances.Past;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes in bulk who attended meetings that came by import. A row is known by meeting,
 * member and day.
 */
@Component
class AttendanceImport implements ImportKind<AttendanceRow> {

	private final PastAttendances attendances;

	private final Members members;

	private final CityProfile city;

	AttendanceImport(PastAttendances attendances, Members members, CityProfile city) {
		this.attendances = attendances;
		this.members = members;
		this.city = city;
	}

	@Override
	public String name() {
		return "meeting-attendance";
	}

	@Override
	public Text description() {
		return Text.of("往届会议的出席情况，每人每天一行；会议先以 meetings 导入，人员先以 members 导入（number）。",
				"Who attended meetings of the past, a row for each member and day; the meetings came with meetings, the members with members (number).");
	}

	@Override
	public Class<AttendanceRow> row() {
		return AttendanceRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<AttendanceRow>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		return this.attendances
			.meetings(rows.stream().map((row) -> row.row().meeting().strip()).collect(Collectors.toSet()))
			.flatMap((meetings) -> members(rows, meetings).flatMap((known) -> Flux.fromIterable(rows)
				.concatMap((row) -> one(row, meetings, known))
				.reduce(Applied.NOTHING, Applied::plus)));
	}

	/**
	 * The members of each meeting that rows name, by number.
	 */
	private Mono<Map<Past, Map<String, Member>>> members(List<Numbered<AttendanceRow>> rows,
			Map<String, Past> meetings) {
		Set<String> numbers = rows.stream().map((row) -> row.row().number().strip()).collect(Collectors.toSet());
		return Flux.fromIterable(meetings.values())
			.concatMap((meeting) -> this.members.numbered(meeting.body(), meeting.term(), numbers)
				.map((known) -> Map.entry(meeting, known)))
			.collect(HashMap::new, (all, entry) -> all.put(entry.getKey(), entry.getValue()));
	}

	private Mono<Applied> one(Numbered<AttendanceRow> numbered, Map<String, Past> meetings,
			Map<Past, Map<String, Member>> known) {
		AttendanceRow row = numbered.row();
		Past meeting = meetings.get(row.meeting().strip());
		if (meeting == null) {
			return refused(numbered, "/meeting", Text.of("没有这次导入的会议；在本系统举行的会议由签到记录。",
					"No meeting of this code came by import; who attends one that is held here is recorded there."));
		}
		Member member = known.getOrDefault(meeting, Map.of()).get(row.number().strip());
		if (member == null) {
			return refused(numbered, "/number",
					Text.of("该届名册中没有此编号。", "Nobody on the roll of that body and term has this number."));
		}
		if (row.on().isBefore(meeting.from()) || row.on().isAfter(meeting.to())) {
			return refused(numbered, "/on", Text.of("不在会期内。", "The meeting was not held on that day."));
		}
		boolean excused = Boolean.TRUE.equals(row.leave());
		if (excused && row.present()) {
			return refused(numbered, "/leave", Text.of("出席的不得为请假。", "Who was there had no leave."));
		}
		return (excused ? this.attendances.excuse(meeting, member) : Mono.<Void>empty())
			.then(Mono.defer(() -> this.attendances.keep(meeting, member, row.on(), row.present())))
			.map((fresh) -> fresh ? Applied.ONE_CREATED : Applied.ONE_UPDATED)
			.defaultIfEmpty(Applied.ONE_UNCHANGED);
	}

	private static Mono<Applied> refused(Numbered<AttendanceRow> row, String pointer, Text why) {
		return Mono.just(Applied.refused(row, Refusal.invalid(pointer, why)));
	}

	/**
	 * Whether a member was there on a day of a meeting of the past.
	 *
	 * @param meeting the meeting's code
	 * @param number what the roll knows the member by
	 * @param leave whether the member had leave
	 */
	record AttendanceRow(@NotBlank @Size(max = 40) String meeting, @NotBlank @Size(max = 40) String number,
			@NotNull @PastOrPresent LocalDate on, @NotNull Boolean present, @Nullable Boolean leave) {
	}

}
