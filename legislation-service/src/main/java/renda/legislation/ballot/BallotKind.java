package renda.legislation.ballot;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.ballot.Ballot.State;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseStore;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import org.springframework.stereotype.Component;

/**
 * Ballots as a kind of case.
 */
@Component
class BallotKind implements CaseKind<Ballot, State, Party, BallotView> {

	/** Who may know of a ballot before it is opened. */
	private static final Set<Role> INSIDE = Set.of(Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE, Role.MEMBER,
			Role.DEPUTY);

	private final LockedBallots table;

	private final Aftermath aftermath;

	BallotKind(LockedBallots table, Aftermath aftermath) {
		this.table = table;
		this.aftermath = aftermath;
	}

	@Override
	public Workflow<Ballot, State, Party> workflow() {
		return BallotWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return VisibleBallots.PATH;
	}

	@Override
	public CaseStore<Ballot> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Ballot ballot, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (caller.has(Role.CHAIR)) {
			parties.add(Party.CHAIR);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		return parties;
	}

	@Override
	public boolean isVisible(Ballot ballot, Caller caller) {
		return Ballots.isOpenToAll(ballot) || isInside(caller);
	}

	static boolean isInside(Caller caller) {
		return caller.roles().stream().anyMatch(INSIDE::contains);
	}

	@Override
	public List<Holder> holders(Ballot ballot, Party party) {
		return switch (party) {
			case CHAIR -> List.of(Holder.role(Role.CHAIR));
			case COUNCIL -> List.of();
			case OFFICE -> List.of(Holder.role(Role.GENERAL_OFFICE));
		};
	}

	@Override
	public BallotView view(Ballot ballot, Caller caller) {
		return BallotView.of(ballot, !actors(ballot, caller).isEmpty());
	}

	/**
	 * What the feed tells: numbers once they are announced, and with the announcement who
	 * voted what, or of a secret ballot who took part.
	 */
	@Override
	public Object published(Ballot ballot) {
		Question question = ballot.question();
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", ballot.id());
		data.put("code", ballot.code());
		data.put("state", ballot.state());
		data.put("meeting", question.meeting());
		data.put("meetingCode", question.meetingCode());
		data.put("body", question.body());
		data.put("term", question.term());
		data.put("purpose", question.purpose());
		data.put("scope", question.scope());
		data.put("question", question.text());
		data.put("subjects", question.cases());
		data.put("secret", question.secret());
		data.put("version", ballot.version());
		Ballot.Opening opening = ballot.opening();
		if (opening != null) {
			data.put("members", opening.members());
			data.put("present", opening.present());
			if (opening.fingerprint() != null) {
				data.put("paperKey", opening.fingerprint());
			}
		}
		Ballot.Count count = ballot.count();
		if (ballot.announced() && count != null) {
			data.put("on", count.on());
			if (count.election() != null) {
				data.put("election", count.election());
			}
			else {
				data.put("tally", count.tally());
			}
			data.put("passed", count.passed());
			data.put("explanation", count.explanation());
			if (ballot.state() == State.ANNOUNCED) {
				data.put("voters", Voters.of(ballot));
			}
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Ballot ballot) {
		return Ballots.isOpenToAll(ballot) ? null
				: Set.of(Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE, Role.MEMBER, Role.DEPUTY, Role.SERVICE);
	}

	@Override
	public Mono<Void> alongside(String step, @Nullable Ballot before, Ballot after, Caller caller) {
		return this.aftermath.of(step, after, caller);
	}

	@Override
	public Text deskTitle(Ballot ballot) {
		return Text.of(ballot.question().text(), ballot.question().text());
	}

}
