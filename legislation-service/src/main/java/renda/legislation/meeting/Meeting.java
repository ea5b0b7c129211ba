package renda.legislation.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A meeting (会议), with everything that happened to it. Who signed in, asked for leave or
 * spoke is kept beside it, so that members do not wait for each other.
 *
 * @param convening which meeting it is, when and where
 * @param course what has happened
 * @param agenda its items, in order
 * @param attendants who attends without a vote
 * @param sittings its sittings, in order
 * @param sample whether the record is invented for the demonstration
 */
record Meeting(UUID id, String code, State state, LocalDate stateSince, long version, Convening convening,
		Course course, List<AgendaItem> agenda, List<Attendant> attendants, List<Held> sittings,
		boolean sample) implements Case<Meeting.State, Meeting> {

	Meeting {
		agenda = List.copyOf(agenda);
		attendants = List.copyOf(attendants);
		sittings = List.copyOf(sittings);
	}

	static Meeting planned(UUID id, LocalDate on, Convening convening, boolean sample) {
		return new Meeting(id, convening.code(), State.PLANNED, on, 1, convening, Course.NONE, List.of(), List.of(),
				List.of(), sample);
	}

	@Override
	public Meeting in(State next, LocalDate since, long number) {
		return new Meeting(this.id, this.code, next, since, number, this.convening, this.course, this.agenda,
				this.attendants, this.sittings, this.sample);
	}

	Meeting with(Convening changed) {
		return new Meeting(this.id, this.code, this.state, this.stateSince, this.version, changed, this.course,
				this.agenda, this.attendants, this.sittings, this.sample);
	}

	Meeting with(Course changed) {
		return new Meeting(this.id, this.code, this.state, this.stateSince, this.version, this.convening, changed,
				this.agenda, this.attendants, this.sittings, this.sample);
	}

	Meeting withAgenda(List<AgendaItem> changed) {
		return new Meeting(this.id, this.code, this.state, this.stateSince, this.version, this.convening, this.course,
				changed, this.attendants, this.sittings, this.sample);
	}

	Meeting withAttendants(List<Attendant> changed) {
		return new Meeting(this.id, this.code, this.state, this.stateSince, this.version, this.convening, this.course,
				this.agenda, changed, this.sittings, this.sample);
	}

	Meeting holding(Held sitting) {
		List<Held> all = new ArrayList<>(this.sittings);
		all.add(sitting);
		return new Meeting(this.id, this.code, this.state, this.stateSince, this.version, this.convening, this.course,
				this.agenda, this.attendants, all, this.sample);
	}

	/**
	 * The same with another item.
	 * @param position its place, from 1; the end unless told
	 */
	Meeting tabling(AgendaItem item, @Nullable Integer position) {
		List<AgendaItem> all = new ArrayList<>(this.agenda);
		all.add((position != null) ? Math.min(position - 1, all.size()) : all.size(), item);
		return withAgenda(all);
	}

	/**
	 * The same with one item changed.
	 */
	Meeting with(UUID item, UnaryOperator<AgendaItem> change) {
		return withAgenda(
				this.agenda.stream().map((known) -> known.id().equals(item) ? change.apply(known) : known).toList());
	}

	Optional<AgendaItem> item(UUID item) {
		return this.agenda.stream().filter((known) -> known.id().equals(item)).findFirst();
	}

	boolean ofCongress() {
		return this.convening.body() == Body.CONGRESS;
	}

	/**
	 * Whether everyone may know of it: since its notice.
	 */
	boolean open() {
		return this.course.noticedOn() != null;
	}

	/**
	 * Somebody who attends without a vote (列席、旁听).
	 *
	 * @param id its id
	 * @param kind as what
	 * @param organ the organ's code, for those who come for one
	 * @param name who comes; empty while not known
	 * @param deputy a deputy's seat in the roster
	 * @param invitedOn the day of the invitation
	 * @param attended whether the person came; missing while not recorded
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Attendant(UUID id, As kind, String organ, String name, @Nullable UUID deputy, LocalDate invitedOn,
			@Nullable Boolean attended) {

		Attendant came(boolean present, String who) {
			return new Attendant(this.id, this.kind, this.organ, who.isEmpty() ? this.name : who, this.deputy,
					this.invitedOn, present);
		}

		/**
		 * As what somebody attends.
		 */
		enum As {

			/** 人民政府、监察委员会、人民法院、人民检察院负责人. */
			ORGAN_HEAD,
			/** 委员会、工作机构负责人. */
			WORKING_BODY,
			/** 下级人大常委会负责人. */
			COUNTY_COMMITTEE,
			/** 列席代表. */
			DEPUTY,
			/** 旁听公民. */
			CITIZEN

		}

	}

	/**
	 * A sitting that was held.
	 *
	 * @param group which group met; empty for all
	 * @param presider who presided
	 * @param items the items dealt with
	 * @param summary what was said, in short
	 */
	@Schema(name = "SittingRecord")
	record Held(LocalDate on, Sitting.Form form, String group, String presider, List<UUID> items, String summary) {

		Held {
			items = List.copyOf(items);
		}

	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		PLANNED(Text.of("已计划", "Planned")), AGENDA_DRAFT(Text.of("议程草案", "Agenda drafted")),
		NOTIFIED(Text.of("已通知", "Notified")), CHECK_IN(Text.of("签到", "Check-in")),
		NO_QUORUM(Text.of("不足法定人数", "No quorum")), OPEN(Text.of("举行中", "Open")), CLOSED(Text.of("已闭会", "Closed")),
		PUBLISHED(Text.of("已公布", "Published")), CANCELLED(Text.of("已取消", "Cancelled"));

		private final Text title;

		State(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

		@Override
		public boolean isFinal() {
			return this == CANCELLED;
		}

	}

	/**
	 * Who acts in a meeting.
	 */
	enum Party implements Actor {

		COUNCIL(Text.of("主任会议（大会为主席团）", "the chairpersons' meeting, of a session the presidium")),
		CHAIR(Text.of("会议主持人", "whoever presides")), OFFICE(Text.of("办公厅", "the general office"));

		private final Text title;

		Party(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

}
