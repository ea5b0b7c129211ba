package renda.legislation.personnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Given;

import static renda.platform.workflow.Lists.plus;

/**
 * What is said about a person: for the nominator, the personnel office and the
 * chairpersons' meeting, and nobody else.
 *
 * @param form the nomination form (任免呈报表)
 * @param reasons why, or the letter of a resignation
 * @param evaluation what the person has done and how well (考察材料)
 * @param setUpApproval the approval of a new organ; empty for others
 * @param publicity what the notice before the appointment brought (任前公示); empty for none
 * @param attachments ids of uploaded files
 * @param returns each time the file was given back to be completed
 * @param checkedOn the day it was found complete
 * @param opinion what the personnel office thought of it
 * @param namesake why a member of the standing committee of that name is somebody else
 * @param exams law examinations, in order
 * @param complaints what was said against the person, and what came out of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonnelFile(String form, String reasons, String evaluation, String setUpApproval, String publicity,
		List<UUID> attachments, List<GivenBack> returns, @Nullable LocalDate checkedOn, String opinion, String namesake,
		List<LawExam> exams, List<Complaint> complaints) {

	public PersonnelFile {
		attachments = List.copyOf(attachments);
		returns = List.copyOf(returns);
		exams = List.copyOf(exams);
		complaints = List.copyOf(complaints);
	}

	public static PersonnelFile of(Papers papers) {
		return new PersonnelFile(Given.orEmpty(papers.form()), Given.orEmpty(papers.reasons()),
				Given.orEmpty(papers.evaluation()), Given.orEmpty(papers.setUpApproval()),
				Given.orEmpty(papers.publicity()), Given.orNone(papers.attachments()), List.of(), null, "", "",
				List.of(), List.of());
	}

	/**
	 * The same with other papers.
	 */
	public PersonnelFile with(Papers papers) {
		PersonnelFile fresh = of(papers);
		return new PersonnelFile(fresh.form, fresh.reasons, fresh.evaluation, fresh.setUpApproval, fresh.publicity,
				fresh.attachments, this.returns, this.checkedOn, this.opinion, this.namesake, this.exams,
				this.complaints);
	}

	/**
	 * What is missing for an act.
	 */
	public List<String> missing(Nomination nomination) {
		List<String> missing = new ArrayList<>();
		boolean taken = nomination.act().ends();
		if (!taken && this.form.isBlank()) {
			missing.add("form");
		}
		if (this.reasons.isBlank()) {
			missing.add("reasons");
		}
		if (!taken && this.evaluation.isBlank()) {
			missing.add("evaluation");
		}
		return List.copyOf(missing);
	}

	public boolean isExamPassed() {
		return this.exams.stream().anyMatch(LawExam::passed);
	}

	public PersonnelFile returned(GivenBack back) {
		return new PersonnelFile(this.form, this.reasons, this.evaluation, this.setUpApproval, this.publicity,
				this.attachments, plus(this.returns, back), null, this.opinion, this.namesake, this.exams,
				this.complaints);
	}

	public PersonnelFile checked(LocalDate on, String found, String cleared) {
		return new PersonnelFile(this.form, this.reasons, this.evaluation, this.setUpApproval, this.publicity,
				this.attachments, this.returns, on, found, cleared, this.exams, this.complaints);
	}

	public PersonnelFile examined(LawExam exam) {
		return new PersonnelFile(this.form, this.reasons, this.evaluation, this.setUpApproval, this.publicity,
				this.attachments, this.returns, this.checkedOn, this.opinion, this.namesake, plus(this.exams, exam),
				this.complaints);
	}

	public PersonnelFile complained(Complaint complaint) {
		return new PersonnelFile(this.form, this.reasons, this.evaluation, this.setUpApproval, this.publicity,
				this.attachments, this.returns, this.checkedOn, this.opinion, this.namesake, this.exams,
				plus(this.complaints, complaint));
	}

	/**
	 * What came out of a complaint.
	 * @param number which, from 1
	 */
	public PersonnelFile found(int number, String finding, LocalDate on) {
		List<Complaint> all = new ArrayList<>(this.complaints);
		Complaint one = all.get(number - 1);
		all.set(number - 1, new Complaint(one.on(), one.text(), finding, on));
		return new PersonnelFile(this.form, this.reasons, this.evaluation, this.setUpApproval, this.publicity,
				this.attachments, this.returns, this.checkedOn, this.opinion, this.namesake, this.exams, all);
	}

	/**
	 * The personnel file's papers.
	 *
	 * @param form the nomination form
	 * @param reasons why; of a resignation the letter
	 * @param evaluation what the person has done and how well
	 * @param setUpApproval the approval of a new organ
	 * @param publicity what the notice before the appointment brought
	 * @param attachments ids of uploaded files
	 */
	@Schema(name = "AppointmentPapers")
	public record Papers(@Nullable @Size(max = 20_000) String form, @Nullable @Size(max = 20_000) String reasons,
			@Nullable @Size(max = 20_000) String evaluation, @Nullable @Size(max = 2000) String setUpApproval,
			@Nullable @Size(max = 2000) String publicity, @Nullable @Size(max = 50) List<@NotNull UUID> attachments) {
	}

	/**
	 * That the file was given back.
	 */
	public record GivenBack(LocalDate on, String reason) {
	}

	/**
	 * A law examination (法律知识测试).
	 *
	 * @param passMark the mark that was needed on that day
	 * @param training the legal training the candidate had before; empty for none
	 */
	public record LawExam(LocalDate on, int score, int passMark, boolean passed, String training) {
	}

	/**
	 * What was said against the person.
	 *
	 * @param finding what came out of it; empty while it is looked into
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Complaint(LocalDate on, String text, String finding, @Nullable LocalDate foundOn) {
	}

}
