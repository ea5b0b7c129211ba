package renda.legislation.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.legislation.post.Post;
import renda.legislation.post.Posts;
import renda.legislation.tenure.OfficeHolders;
import renda.platform.cases.PastCases;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes past appointments in bulk, each with its vote. One is known by its code; a known
 * one is left as it is. Who holds which post follows from them.
 */
@Component
class AppointmentImport implements ImportKind<AppointmentRow> {

	private final AppointmentKind kind;

	private final PastCases past;

	private final Posts posts;

	private final OfficeHolders holders;

	private final Clock clock;

	AppointmentImport(AppointmentKind kind, PastCases past, Posts posts, OfficeHolders holders, Clock clock) {
		this.kind = kind;
		this.past = past;
		this.posts = posts;
		this.holders = holders;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "appointments";
	}

	@Override
	public Text description() {
		return Text.of("任免事项，一行一人次，写明表决票数；赞成票须过全体组成人员半数（passed=false 的除外）；post 为职务代码，须已登记。",
				"Appointments and dismissals, one act upon one person a row, with the votes; more than half of all members were for it unless passed is false; post is the code of a registered post.");
	}

	@Override
	public Class<AppointmentRow> row() {
		return AppointmentRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.PERSONNEL_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<AppointmentRow>> rows, Command command) {
		List<String> codes = rows.stream().map((row) -> row.row().post()).distinct().toList();
		return this.posts.byCodes(codes, LocalDate.now(this.clock)).flatMap((found) -> {
			Map<String, Post> known = found.stream().collect(Collectors.toMap(Post::code, Function.identity()));
			return this.past.record(this.kind, rows, AppointmentRow::code, (row) -> new PastAppointment(row,
					post(row, known), this.kind.termOn(row.votedOn()), command.caller())
				.lived());
		})
			.delayUntil((recorded) -> this.holders.recorded(this.kind, recorded.cases(), command.caller()))
			.map(PastCases.Recorded::applied);
	}

	private static Post post(AppointmentRow row, Map<String, Post> known) {
		Post post = known.get(row.post());
		if (post == null) {
			throw Refusal.invalid("post", Text.of("没有代码为 %s 的职务。", "There is no post %s.", row.post()));
		}
		return post;
	}

}
