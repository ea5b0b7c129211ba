package renda.legislation.nomination;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Nomination;
import renda.legislation.post.Holding;
import renda.legislation.post.Holdings;
import renda.legislation.post.PostKind;
import renda.legislation.post.Posts;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.web.Given;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Fills in what a step is decided on and only the service knows: who holds the post, who
 * sits in the standing committee, what failed before, and the meeting. What was sent in
 * its place is not looked at.
 */
@Service
public class AppointmentKnown {

	private static final String FAILS = """
			SELECT DISTINCT unnest(failed_on)::date AS failed
			FROM appointment
			WHERE person = $1 AND term = $2 AND post = $3
			ORDER BY 1""";

	private static final String VACATING = """
			SELECT EXISTS (SELECT FROM appointment
			               WHERE post = $1 AND act IN ('DISMISS', 'APPROVE_DISMISSAL', 'RESIGNATION', 'REMOVE')
			                 AND state IN ('FILED', 'CHECKED', 'TABLED', 'INTRODUCED', 'DELIBERATED', 'APPROVAL_NEEDED'))
			         AS vacating,
			       EXISTS (SELECT FROM appointment WHERE person = $2 AND term = $3 AND examined) AS examined""";

	private final AppointmentSettings settings;

	private final Posts posts;

	private final Holdings holdings;

	private final Members members;

	private final Sittings sittings;

	private final DatabaseClient database;

	private final JsonMapper json;

	AppointmentKnown(AppointmentSettings settings, Posts posts, Holdings holdings, Members members, Sittings sittings,
			DatabaseClient database, JsonMapper json) {
		this.settings = settings;
		this.posts = posts;
		this.holdings = holdings;
		this.members = members;
		this.sittings = sittings;
		this.database = database;
		this.json = json;
	}

	/**
	 * The body of a step with what the service knows.
	 */
	public Mono<JsonNode> completed(Appointment subject, String step, ObjectNode own, Caller caller, LocalDate today) {
		return switch (step) {
			case "file", "renominate", "check", "examine", "table" -> facts(subject.nomination(), caller, today)
				.map((facts) -> own.set("known", this.json.valueToTree(facts)));
			case "introduce", "deliberate" -> sitting(own.path("meeting").asString("")).map((sitting) -> own
				.set("known", this.json.valueToTree(AppointmentFacts.NONE.with(sitting.orElse(null)))));
			default -> Mono.just(own);
		};
	}

	/**
	 * What is malformed is left for the step to refuse.
	 */
	private Mono<Optional<Sitting>> sitting(String meeting) {
		try {
			return this.sittings.of(UUID.fromString(meeting)).map(Optional::of).defaultIfEmpty(Optional.empty());
		}
		catch (IllegalArgumentException ex) {
			return Mono.just(Optional.empty());
		}
	}

	/**
	 * What is known about a nomination.
	 */
	public Mono<AppointmentFacts> facts(Nomination nomination, Caller caller, LocalDate on) {
		Nomination.Person person = nomination.person();
		Mono<List<Holding>> held = this.holdings.ofPost(nomination.post().id(), on);
		Mono<List<String>> deputises = deputises(person.key(), nomination.post().organ(), on);
		Mono<List<Member>> roll = this.members.inOffice(Body.STANDING_COMMITTEE, on);
		return Mono.zip(held, deputises, roll, fails(nomination), others(nomination)).map((known) -> {
			List<Holding> holders = known.getT1();
			List<Member> members = known.getT3();
			List<UUID> movers = nomination.by().members();
			boolean moves = nomination.by().accounts().contains(caller.subject()) && !caller.isAnonymous();
			return new AppointmentFacts(fullHolders(holders),
					holders.stream().anyMatch((one) -> one.person().equals(person.key())), known.getT2(),
					members.stream()
						.anyMatch((one) -> !person.account().isEmpty() && one.account().equals(person.account())),
					members.stream().anyMatch((one) -> one.name().equals(person.name())), known.getT4(),
					known.getT5().vacating(), known.getT5().examined(), this.settings.passMark(), members.size(),
					(int) members.stream().filter((one) -> movers.contains(one.id())).count(), moves, null);
		});
	}

	/**
	 * What is known about the seats of a post, all that a vote is settled by.
	 */
	public Mono<AppointmentFacts> seats(Nomination nomination, LocalDate on) {
		return Mono.zip(this.holdings.ofPost(nomination.post().id(), on), others(nomination))
			.map((known) -> AppointmentFacts.NONE.with(fullHolders(known.getT1()), known.getT2().vacating()));
	}

	private static int fullHolders(List<Holding> holders) {
		return (int) holders.stream().filter((one) -> !one.acting()).count();
	}

	/**
	 * The kinds of heads whom somebody may stand in for, by a post held in the organ.
	 */
	private Mono<List<String>> deputises(String person, String organ, LocalDate on) {
		return this.holdings.ofPerson(person, on)
			.map((all) -> all.stream()
				.filter((one) -> one.organ().equals(organ) && !one.acting())
				.map(Holding::postCode)
				.distinct()
				.toList())
			.flatMap((codes) -> this.posts.byCodes(codes, on))
			.map((posts) -> posts.stream()
				.map((post) -> post.kind().deputyOf())
				.filter(Objects::nonNull)
				.map(Objects::requireNonNull)
				.distinct()
				.toList());
	}

	private Mono<List<LocalDate>> fails(Nomination nomination) {
		return this.database.sql(FAILS)
			.bind(0, nomination.person().key())
			.bind(1, nomination.term())
			.bind(2, nomination.post().id())
			.map((row) -> Rows.required(row, "failed", LocalDate.class))
			.all()
			.collectList();
	}

	private Mono<Others> others(Nomination nomination) {
		return this.database.sql(VACATING)
			.bind(0, nomination.post().id())
			.bind(1, nomination.person().key())
			.bind(2, nomination.term())
			.map((row) -> new Others(Rows.flag(row, "vacating"), Rows.flag(row, "examined")))
			.one();
	}

	/**
	 * Who asks, as the caller's token says. A caller who is several asks as the first
	 * that fits.
	 */
	public Mono<Nomination.Proposer> proposer(NominationAction.Draft draft, PostKind kind, Caller caller) {
		List<UUID> ids = Given.orNone(draft.members());
		if (!ids.isEmpty()) {
			return this.members.byIds(ids)
				.map((all) -> new Nomination.Proposer(Nomination.Proposer.Kind.MEMBERS, "", false, ids,
						all.stream()
							.filter((one) -> one.body() == Body.STANDING_COMMITTEE)
							.map(Member::account)
							.filter((account) -> !account.isEmpty())
							.toList()));
		}
		boolean nominates = kind.nominator() == PostKind.Nominator.COUNCIL || draft.act() == Nomination.Act.ACTING
				|| draft.act() == Nomination.Act.REMOVE;
		if (caller.has(Role.ORGAN) && !caller.organ().isEmpty()) {
			return isHead(caller.organ()).map((head) -> new Nomination.Proposer(Nomination.Proposer.Kind.ORGAN,
					caller.organ(), head, List.of(), List.of()));
		}
		if (caller.has(Role.COUNCIL) && (nominates || !caller.has(Role.PERSONNEL_OFFICE))) {
			return Mono.just(Nomination.Proposer.of(Nomination.Proposer.Kind.COUNCIL, ""));
		}
		return Mono.just(
				caller.has(Role.MEMBER)
						? new Nomination.Proposer(Nomination.Proposer.Kind.MEMBERS, "", false, List.of(),
								List.of(caller.subject()))
						: Nomination.Proposer.of(Nomination.Proposer.Kind.PERSON, ""));
	}

	/**
	 * Whether an organ is one that nominates: the government, the supervisory commission,
	 * the court, the procuratorate.
	 */
	private Mono<Boolean> isHead(String organ) {
		return this.posts.isNominator(organ);
	}

	private record Others(boolean vacating, boolean examined) {
	}

}
