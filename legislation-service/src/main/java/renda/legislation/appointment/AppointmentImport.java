package renda.legislation.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import renda.legislation.post.Post;
import renda.legislation.post.Posts;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes past appointments in bulk, each with its vote. One is known by its code; a known
 * one is left as it is. Who holds which post follows from them.
 */
@Component
class AppointmentImport implements ImportKind<AppointmentRow> {

	private final AppointmentKind kind;

	private final Proceedings proceedings;

	private final Posts posts;

	private final OfficeHolders holders;

	private final Clock clock;

	AppointmentImport(AppointmentKind kind, Proceedings proceedings, Posts posts, OfficeHolders holders, Clock clock) {
		this.kind = kind;
		this.proceedings = proceedings;
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
		List<AppointmentRow> all = rows.stream().map(Numbered::row).toList();
		return Mono
			.zip(this.kind.table().byCodes(all.stream().map(AppointmentRow::code).toList()),
					this.posts.byCodes(all.stream().map(AppointmentRow::post).distinct().toList(),
							LocalDate.now(this.clock)))
			.flatMap((known) -> {
				Batch batch = new Batch(command, known.getT1(), known.getT2());
				rows.forEach(batch::take);
				return this.proceedings.record(this.kind, batch.lives)
					.then(Mono.defer(() -> this.holders.recorded(this.kind,
							batch.lives.stream().map(Lived::subject).toList(), command.caller())))
					.thenReturn(batch.applied);
			});
	}

	/**
	 * What a batch comes to.
	 */
	private final class Batch {

		private final Command command;

		private final Set<String> codes = new HashSet<>();

		private final Map<String, Post> known;

		private final Map<LocalDate, RuleSet> laws = new HashMap<>();

		private final List<Lived<Appointment>> lives = new ArrayList<>();

		private Applied applied = Applied.NOTHING;

		private Batch(Command command, List<Appointment> there, List<Post> posts) {
			this.command = command;
			there.forEach((subject) -> this.codes.add(subject.code()));
			this.known = posts.stream().collect(Collectors.toMap(Post::code, Function.identity()));
		}

		private void take(Numbered<AppointmentRow> numbered) {
			AppointmentRow row = numbered.row();
			if (!this.codes.add(row.code())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return;
			}
			try {
				Post post = this.known.get(row.post());
				if (post == null) {
					throw Refusal.of(HttpStatus.BAD_REQUEST, "unknown-post",
							Text.of("没有代码为 %s 的职务。", "There is no post %s.", row.post()));
				}
				int term = AppointmentImport.this.kind.termOn(row.votedOn());
				this.lives.add(new PastAppointment(row, post, term, this.command.caller(), this.laws).lived());
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.codes.remove(row.code());
				this.applied = this.applied.plus(Applied.refused(numbered.line(), refusal));
			}
		}

	}

}
