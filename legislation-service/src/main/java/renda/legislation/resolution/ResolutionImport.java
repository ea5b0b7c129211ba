package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.resolution.ResolutionAction.KnownMover;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Takes resolutions in bulk, each with its vote and its whole life. A resolution is known
 * by its code; a known one is left as it is.
 */
@Component
class ResolutionImport implements ImportKind<ResolutionRow> {

	private final ResolutionKind kind;

	private final Proceedings proceedings;

	private final Members members;

	private final ResolutionKnown known;

	ResolutionImport(ResolutionKind kind, Proceedings proceedings, Members members, ResolutionKnown known) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.members = members;
		this.known = known;
	}

	@Override
	public String name() {
		return "resolutions";
	}

	@Override
	public Text description() {
		return Text.of("决议决定，一行一件，写明表决票数与各步骤的日期；是否通过按票数与当日法律计算。",
				"Resolutions, one a row, with the votes and the days of their steps; whether one was adopted is computed from the votes by the law of the day.");
	}

	@Override
	public Class<ResolutionRow> row() {
		return ResolutionRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.GENERAL_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<ResolutionRow>> rows, Command command) {
		List<ResolutionRow> all = rows.stream().map(Numbered::row).toList();
		return Mono
			.zip(this.kind.table().byCodes(all.stream().map(ResolutionRow::code).toList()),
					this.members.byIds(all.stream().flatMap((row) -> row.together().stream()).distinct().toList()))
			.flatMap((known) -> {
				Batch batch = new Batch(command, known.getT1(), known.getT2());
				rows.forEach(batch::take);
				return this.proceedings.record(this.kind, batch.lives).thenReturn(batch.applied);
			});
	}

	/**
	 * What a batch comes to.
	 */
	private final class Batch {

		private final Command command;

		private final Set<String> codes = new HashSet<>();

		private final List<Member> roll;

		private final Map<LocalDate, RuleSet> laws = new HashMap<>();

		private final List<Lived<Resolution>> lives = new ArrayList<>();

		private Applied applied = Applied.NOTHING;

		Batch(Command command, List<Resolution> there, List<Member> members) {
			this.command = command;
			there.forEach((resolution) -> this.codes.add(resolution.code()));
			this.roll = members;
		}

		void take(Numbered<ResolutionRow> numbered) {
			ResolutionRow row = numbered.row();
			if (!this.codes.add(row.code())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return;
			}
			try {
				this.lives.add(new PastResolution(row, mover(row), this.command.caller(), this.laws).lived());
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.codes.remove(row.code());
				this.applied = this.applied.plus(Applied.refusedByColumn(numbered.line(), refusal));
			}
		}

		private KnownMover mover(ResolutionRow row) {
			return ResolutionImport.this.known.known(row.mover(), Given.orEmpty(row.moverOrgan()), row.together(),
					this.roll, row.submittedOn(), "");
		}

	}

}
