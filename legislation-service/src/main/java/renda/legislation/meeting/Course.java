package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a meeting.
 *
 * @param noticedOn the day of its notice, since which everyone may know of it
 * @param documents files of the notice
 * @param remote the decision that members may attend by video; empty for none
 * @param round how often presence was established
 * @param preparatory the preparatory meeting of a session; missing before, and for the
 * committee
 * @param opening how it was opened; missing before
 * @param closedOn its last day
 * @param publication what was published
 * @param reason why it was put off or called off, the last time; empty if it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Course(@Nullable LocalDate noticedOn, List<UUID> documents, String remote, int round,
		@Nullable Preparatory preparatory, @Nullable Opening opening, @Nullable LocalDate closedOn,
		@Nullable Publication publication, String reason) {

	static final Course NONE = new Course(null, List.of(), "", 0, null, null, null, null, "");

	Course {
		documents = List.copyOf(documents);
	}

	Course noticed(LocalDate on, List<UUID> files) {
		return new Course(on, files, this.remote, this.round, this.preparatory, this.opening, this.closedOn,
				this.publication, this.reason);
	}

	Course remotely(String decision) {
		return new Course(this.noticedOn, this.documents, decision, this.round, this.preparatory, this.opening,
				this.closedOn, this.publication, this.reason);
	}

	Course called() {
		return new Course(this.noticedOn, this.documents, this.remote, this.round + 1, this.preparatory, this.opening,
				this.closedOn, this.publication, this.reason);
	}

	Course prepared(Preparatory held) {
		return new Course(this.noticedOn, this.documents, this.remote, this.round, held, this.opening, this.closedOn,
				this.publication, this.reason);
	}

	Course opened(Opening how) {
		return new Course(this.noticedOn, this.documents, this.remote, this.round, this.preparatory, how, this.closedOn,
				this.publication, this.reason);
	}

	Course closed(LocalDate on) {
		return new Course(this.noticedOn, this.documents, this.remote, this.round, this.preparatory, this.opening, on,
				this.publication, this.reason);
	}

	Course published(Publication what) {
		return new Course(this.noticedOn, this.documents, this.remote, this.round, this.preparatory, this.opening,
				this.closedOn, what, this.reason);
	}

	/**
	 * Its last day; until it is closed, the day that is asked on.
	 */
	LocalDate lastDay(LocalDate today) {
		return (this.closedOn != null) ? this.closedOn : today;
	}

	/**
	 * Put off or called off.
	 */
	Course dropped(String why) {
		return new Course(this.noticedOn, this.documents, this.remote, this.round, null, null, null, null, why);
	}

	/**
	 * The preparatory meeting of a session (预备会议).
	 *
	 * @param presidium the deputies elected to the presidium
	 * @param secretaryGeneral the deputy elected secretary-general of the session
	 */
	@Schema(name = "PreparatoryHeld")
	record Preparatory(LocalDate on, List<UUID> presidium, UUID secretaryGeneral) {

		Preparatory {
			presidium = List.copyOf(presidium);
		}

	}

	/**
	 * How it was opened.
	 *
	 * @param members all members in office then
	 * @param present those who had signed in
	 * @param presider who presided, where it was not the chair: a vice-chair entrusted
	 * with it or acting for the chair; empty otherwise
	 */
	record Opening(LocalDate on, int members, int present, String presider) {
	}

	/**
	 * What was published after it.
	 *
	 * @param digest its minutes, in short
	 * @param documents files
	 */
	record Publication(LocalDate on, String digest, List<UUID> documents) {

		Publication {
			documents = List.copyOf(documents);
		}

	}

}
