package renda.legislation.resolution;

import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.motion.KnownMover;
import renda.legislation.motion.Movers;
import renda.platform.cases.PastCases;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes resolutions in bulk, each with its vote and its whole life. A resolution is known
 * by its code; a known one is left as it is.
 */
@Component
class ResolutionImport implements ImportKind<ResolutionRow> {

	private final ResolutionKind kind;

	private final PastCases past;

	private final Members members;

	private final Movers movers;

	ResolutionImport(ResolutionKind kind, PastCases past, Members members, Movers movers) {
		this.kind = kind;
		this.past = past;
		this.members = members;
		this.movers = movers;
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
		return this.members.byIds(rows.stream().flatMap((row) -> row.row().together().stream()).distinct().toList())
			.flatMap((roll) -> this.past.record(this.kind, rows, ResolutionRow::code,
					(row) -> new PastResolution(row, mover(row, roll), command.caller()).lived()))
			.map(PastCases.Recorded::applied);
	}

	private KnownMover mover(ResolutionRow row, List<Member> roll) {
		return this.movers.known(row.mover(), Given.orEmpty(row.moverOrgan()), row.together(), roll, row.submittedOn(),
				"");
	}

}
