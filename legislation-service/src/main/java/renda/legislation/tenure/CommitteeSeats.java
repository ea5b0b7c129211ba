package renda.legislation.tenure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.member.Body;
import renda.legislation.member.IncompatiblePosts;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.CommitteeSeat;
import renda.legislation.personnel.Nomination;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Service;

/**
 * Keeps the roll of members in step with who was given a post that members may not hold.
 */
@Service
public class CommitteeSeats {

	private final Members members;

	private final IncompatiblePosts posts;

	private final JsonMapper json;

	CommitteeSeats(Members members, IncompatiblePosts posts, JsonMapper json) {
		this.members = members;
		this.posts = posts;
		this.json = json;
	}

	/**
	 * Adds to a step what only the rolls know; what was sent in its place is not looked
	 * at.
	 */
	public Mono<Void> complete(Appointment subject, String step, ObjectNode sent, LocalDate today) {
		return switch (step) {
			case "announce" ->
				found(subject, today).doOnNext((seat) -> sent.set("known", this.json.valueToTree(seat.orElse(null))))
					.then();
			case "record-resignation" ->
				left(subject, today).doOnNext((day) -> sent.set("known", this.json.valueToTree(day.orElse(null))))
					.then();
			default -> Mono.empty();
		};
	}

	private Mono<Optional<CommitteeSeat>> found(Appointment subject, LocalDate today) {
		return (subject.act().ends() || !subject.kind().organClass().isClosedToMembers()) ? Mono.just(Optional.empty())
				: this.members.inOffice(Body.STANDING_COMMITTEE, today).map((roll) -> seat(subject, roll));
	}

	/**
	 * By the account it is the person; by the name it may be, unless the office said so
	 * before that it is not.
	 */
	private static Optional<CommitteeSeat> seat(Appointment subject, List<Member> roll) {
		Nomination.Person person = subject.nomination().person();
		Optional<CommitteeSeat> certain = roll.stream()
			.filter((member) -> !person.account().isEmpty() && member.account().equals(person.account()))
			.findFirst()
			.map((member) -> CommitteeSeat.found(member.id(), true));
		return certain.or(() -> roll.stream()
			.filter((member) -> subject.file().namesake().isBlank() && member.name().equals(person.name()))
			.findFirst()
			.map((member) -> CommitteeSeat.found(member.id(), false)));
	}

	/**
	 * The first day on which the member is none any more; empty while one.
	 */
	private Mono<Optional<LocalDate>> left(Appointment subject, LocalDate today) {
		List<UUID> ids = subject.settlement().openSeat().map(CommitteeSeat::member).stream().toList();
		return this.members.byIds(ids)
			.map((found) -> found.stream()
				.map(Member::until)
				.flatMap((until) -> Optional.ofNullable(until).stream())
				.filter((until) -> !until.isAfter(today))
				.findFirst());
	}

	/**
	 * Tells the roll, in the current transaction: the post is noted while the seat is to
	 * be given up, and noted no more after.
	 */
	public Mono<Void> follow(@Nullable Appointment before, Appointment after) {
		Optional<UUID> noted = Optional.ofNullable(before).flatMap(CommitteeSeats::owing);
		Optional<UUID> owing = owing(after);
		String post = after.nomination().post().title();
		if (owing.isPresent() && noted.isEmpty()) {
			return this.posts.note(owing.get(), post, after.passedOn().orElse(after.stateSince()));
		}
		return (owing.isEmpty() && noted.isPresent()) ? this.posts.clear(noted.get(), post) : Mono.empty();
	}

	private static Optional<UUID> owing(Appointment subject) {
		return subject.settlement().openSeat().filter(CommitteeSeat::identified).map(CommitteeSeat::member);
	}

}
