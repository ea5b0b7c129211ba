package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Settlement.FiledWith;
import renda.legislation.post.PostKind;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * One act upon one person (任免，一人次), with everything that happened to it.
 *
 * @param nomination who is to be what, by which act
 * @param file what is said about the person
 * @param hearing what happened to it at meetings
 * @param settlement what came of it
 * @param sample whether it is invented for the demonstration
 */
public record Appointment(UUID id, String code, State state, LocalDate stateSince, long version, Nomination nomination,
		PersonnelFile file, Hearing hearing, Settlement settlement,
		boolean sample) implements Case<Appointment.State, Appointment> {

	public static Appointment draft(UUID id, String code, LocalDate on, Nomination nomination, PersonnelFile file) {
		return new Appointment(id, code, State.DRAFT, on, 1, nomination, file, Hearing.NONE, Settlement.NONE, false);
	}

	@Override
	public Appointment in(State next, LocalDate since, long number) {
		return new Appointment(this.id, this.code, next, since, number, this.nomination, this.file, this.hearing,
				this.settlement, this.sample);
	}

	public Appointment sample(boolean invented) {
		return new Appointment(this.id, this.code, this.state, this.stateSince, this.version, this.nomination,
				this.file, this.hearing, this.settlement, invented);
	}

	public Appointment with(Nomination changed) {
		return new Appointment(this.id, this.code, this.state, this.stateSince, this.version, changed, this.file,
				this.hearing, this.settlement, this.sample);
	}

	public Appointment with(PersonnelFile changed) {
		return new Appointment(this.id, this.code, this.state, this.stateSince, this.version, this.nomination, changed,
				this.hearing, this.settlement, this.sample);
	}

	public Appointment with(Hearing changed) {
		return new Appointment(this.id, this.code, this.state, this.stateSince, this.version, this.nomination,
				this.file, changed, this.settlement, this.sample);
	}

	public Appointment with(Settlement changed) {
		return new Appointment(this.id, this.code, this.state, this.stateSince, this.version, this.nomination,
				this.file, this.hearing, changed, this.sample);
	}

	public Act act() {
		return this.nomination.act();
	}

	public PostKind kind() {
		return this.nomination.kind();
	}

	/**
	 * Whether it is announced, so that everyone may know of it.
	 */
	public boolean isPublic() {
		return this.settlement.announcedOn() != null;
	}

	/**
	 * Whether it is before the standing committee, or was.
	 */
	public boolean isTabled() {
		return this.state.ordinal() >= State.TABLED.ordinal() && this.state != State.WITHDRAWN;
	}

	/**
	 * The day since which it holds, once it does.
	 */
	public Optional<LocalDate> passedOn() {
		return (this.state == State.APPROVAL_NEEDED || this.state == State.APPROVAL_REFUSED) ? Optional.empty()
				: this.settlement.effectiveOn();
	}

	/**
	 * With whom it has still to be filed.
	 */
	public List<FiledWith.To> unfiled() {
		List<FiledWith.To> due = new ArrayList<>();
		if (this.act() == Act.RESIGNATION) {
			due.add(FiledWith.To.CONGRESS);
		}
		if (kind().filedUp() && this.act() == Act.ACTING) {
			due.add(FiledWith.To.UPPER_PROCURATORATE);
		}
		if (kind().filedUp() && (this.act() == Act.APPOINT || this.act() == Act.DISMISS)) {
			due.add(FiledWith.To.UPPER_GOVERNMENT);
		}
		return due.stream().filter((to) -> !this.settlement.isFiledWith(to)).toList();
	}

	/**
	 * States.
	 */
	public enum State implements CaseState {

		DRAFT(Text.of("起草", "Draft")), FILED(Text.of("已提请", "Filed")), CHECKED(Text.of("审查合格", "Checked")),
		EXAM_FAILED(Text.of("法律知识测试不合格", "Examination failed")), EXAM_PASSED(Text.of("法律知识测试合格", "Examination passed")),
		TABLED(Text.of("已列入提请审议", "Tabled")), INTRODUCED(Text.of("已作提请说明", "Introduced")),
		DELIBERATED(Text.of("已审议", "Deliberated")), NOT_PUT(Text.of("暂不付表决", "Not put to the vote")),
		WITHDRAWN(Text.of("已撤回", "Withdrawn")), NOT_APPROVED(Text.of("未获通过", "Not approved")),
		NOMINATED(Text.of("已提名", "Nominated")), CANDIDATE(Text.of("正式候选人", "Candidate")),
		RUN_OFF(Text.of("票数相等，再次投票", "Voted on again")), NOT_ELECTED(Text.of("未当选", "Not elected")),
		APPROVAL_NEEDED(Text.of("待上级批准", "Approval above needed")),
		APPROVAL_REFUSED(Text.of("上级不予批准", "Approval above refused")), APPOINTED(Text.of("已任命", "Appointed")),
		DISMISSED(Text.of("已免职", "Dismissed")), ANNOUNCED(Text.of("已公布", "Announced")),
		CERTIFIED(Text.of("已签署任命书", "Certified")), OATH_MISSED(Text.of("缺席宣誓，另行安排", "Oath missed")),
		IN_OFFICE(Text.of("在任", "In office")), COMPLETED(Text.of("办结", "Completed")),
		ENDED(Text.of("不再任职", "No longer in office"));

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
			return this == WITHDRAWN || this == APPROVAL_REFUSED || this == COMPLETED || this == ENDED;
		}

		/**
		 * Whether the person has the post.
		 */
		public boolean holds() {
			return this == APPOINTED || this == ANNOUNCED || this == CERTIFIED || this == OATH_MISSED
					|| this == IN_OFFICE;
		}

	}

	/**
	 * Who acts.
	 */
	public enum Party implements Actor {

		NOMINATOR(Text.of("提请人", "the nominator")), OFFICE(Text.of("人事任免工作机构", "the personnel office")),
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")), CHAIR(Text.of("主任", "the chair")),
		GENERAL_OFFICE(Text.of("办公厅", "the general office")), OWN_ORGAN(Text.of("任职机关", "the organ of the post"));

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
