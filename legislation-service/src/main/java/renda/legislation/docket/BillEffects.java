package renda.legislation.docket;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import renda.legislation.bill.Bill;
import renda.legislation.bill.BillCourse.BillConsultation;
import renda.legislation.bill.BillProposal.BillProject;
import renda.legislation.consultation.Consulting;
import renda.legislation.draft.Drafts;
import renda.legislation.enactment.BillVersions;
import renda.legislation.enactment.Enactment;
import renda.legislation.project.Projects;
import renda.legislation.projectlink.ProjectVersion;
import renda.platform.security.Caller;

/**
 * What a step of a bill does besides: the project of the plan learns the stage, a
 * consultation opens, the register takes over what is promulgated.
 */
@Component
class BillEffects {

	private final Drafts drafts;

	private final Consulting consulting;

	private final Projects projects;

	private final Enactment enactment;

	private final BillVersions versions;

	BillEffects(Drafts drafts, Consulting consulting, Projects projects, Enactment enactment, BillVersions versions) {
		this.drafts = drafts;
		this.consulting = consulting;
		this.projects = projects;
		this.enactment = enactment;
		this.versions = versions;
	}

	Mono<Void> of(String step, @Nullable Bill before, Bill after, Caller caller) {
		Mono<Void> own = switch (step) {
			case "consult" -> consult(after, caller);
			case "promulgate" -> this.enactment.of(after);
			default -> Mono.empty();
		};
		return own.then(Mono.defer(() -> progressed(before, after)));
	}

	private Mono<Void> progressed(@Nullable Bill before, Bill after) {
		BillProject project = after.proposal().project();
		if (project == null || (before != null && before.state() == after.state())) {
			return Mono.empty();
		}
		return made(after).flatMap((versions) -> this.projects.progressed(project.id(), after.id(), after.code(),
				after.state().name(), after.stateSince(), versions));
	}

	/**
	 * What a bill has made of regulations.
	 */
	private Mono<List<ProjectVersion>> made(Bill bill) {
		return (bill.state() != Bill.State.PROMULGATED) ? Mono.just(List.of())
				: this.versions.of(bill.id())
					.map((entered) -> entered.stream()
						.map((version) -> new ProjectVersion(version.regulation(), version.version()))
						.toList());
	}

	private Mono<Void> consult(Bill bill, Caller caller) {
		BillConsultation asked = Objects.requireNonNull(bill.course().consultation());
		UUID draft = Objects.requireNonNull(asked.draft());
		return this.drafts.byId(draft)
			.flatMap(
					(published) -> this.drafts.release(draft)
						.then(Mono.defer(() -> this.consulting.open(
								new Consulting.Opening("bill", bill.id(), bill.code(), published.title(),
										BillKind.PATH + '/' + bill.id(), draft, Objects.requireNonNull(asked.from()),
										Objects.requireNonNull(asked.until()), asked.notice(), asked.decision()),
								caller))))
			.then();
	}

}
