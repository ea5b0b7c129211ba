package renda.legislation.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingReview;
import renda.legislation.examination.FilingText;
import renda.legislation.normative.FilingDocument;
import renda.legislation.regulation.Level;
import renda.legislation.impact.ReferringDocuments;
import renda.legislation.regulation.RegulationKind;
import renda.platform.cases.Proceedings;
import renda.platform.file.StoredFiles;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What belongs to a step of a filing besides the filing: its files, what it refers to,
 * the filing it replaces, and the requests that its review answers.
 */
@Component
class FilingLinks {

	private static final Set<String> ENTERING = Set.of("file", "submit", "supplement");

	private final FilingKind kind;

	private final Proceedings proceedings;

	private final StoredFiles files;

	private final ReferringDocuments referring;

	private final ObjectProvider<FilingFollower> followers;

	FilingLinks(FilingKind kind, Proceedings proceedings, StoredFiles files, ReferringDocuments referring,
			ObjectProvider<FilingFollower> followers) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.files = files;
		this.referring = referring;
		this.followers = followers;
	}

	Mono<Void> written(String step, @Nullable Filing before, Filing after, Caller caller) {
		Mono<Void> all = Mono.empty();
		if (ENTERING.contains(step)) {
			all = all.then(Mono.defer(() -> attached(after))).then(Mono.defer(() -> refiled(after, caller)));
		}
		if (step.equals("register")) {
			all = all.then(Mono.defer(() -> referred(after, null)));
		}
		LocalDate gone = gone(step, after);
		if (gone != null) {
			all = all.then(Mono.defer(() -> referred(after, gone)));
		}
		if (before != null && !before.isReviewed() && after.isReviewed() && !after.review().requests().isEmpty()) {
			all = all.then(Mono.defer(() -> ended(after, caller)));
		}
		return all;
	}

	private Mono<Void> attached(Filing filing) {
		return Flux.fromIterable(filing.document().materials().files())
			.concatMap((file) -> this.files.link(file.id(), "filing/" + filing.id()))
			.then();
	}

	/**
	 * The filing that this one replaces is told, in the same transaction. One that waits
	 * for no new text is left alone.
	 */
	private Mono<Void> refiled(Filing filing, Caller caller) {
		UUID old = filing.document().refiles();
		if (old == null) {
			return Mono.empty();
		}
		return this.kind.table()
			.locked(old)
			.filter((replaced) -> replaced.document().maker().equals(filing.document().maker()))
			.switchIfEmpty(Mono
				.error(() -> Refusal.invalid("/refiles", Text.of("没有本机关的这件备案。", "The organ has no such filing."))))
			.filter((replaced) -> replaced.correction().owesNewText())
			.flatMap((replaced) -> this.proceedings.take(this.kind, replaced, "refiled",
					new FilingAction.FilingRefiled(filing.id()), caller))
			.then();
	}

	/**
	 * The first day on which the document does not hold any more.
	 */
	private static @Nullable LocalDate gone(String step, Filing filing) {
		FilingCorrection done = filing.correction();
		if (step.equals("correct") && done.correction() != null) {
			return done.correction().on();
		}
		if (step.equals("annul") && done.motion() != null && done.motion().provisions().isEmpty()) {
			return filing.stateSince();
		}
		return null;
	}

	private Mono<Void> referred(Filing filing, @Nullable LocalDate until) {
		FilingDocument document = filing.document();
		RegulationKind kind = (document.source() == FilingDocument.Source.GOVERNMENT_RULE) ? RegulationKind.RULE
				: RegulationKind.OTHER;
		LocalDate from = (document.effectiveOn() != null) ? document.effectiveOn() : document.issuedOn();
		if (document.act() == FilingDocument.Act.REPEALED) {
			return Mono.empty();
		}
		List<ReferringDocuments.Place> places = FilingText.cited(document)
			.stream()
			.map((cited) -> new ReferringDocuments.Place(cited.title(), cited.target(), cited.from(), cited.label(),
					cited.words()))
			.toList();
		return this.referring.put(new ReferringDocuments.Referring(filing.id(), document.title(), kind, Level.CITY,
				FilingKind.PATH + '/' + filing.id(), from, until), places);
	}

	private Mono<Void> ended(Filing filing, Caller caller) {
		FilingReview.Result result = Objects.requireNonNull(filing.review().result());
		List<UUID> requests = filing.review().requests().stream().map(FilingReview.Requested::id).toList();
		return Flux.fromIterable(this.followers)
			.concatMap((follower) -> follower.reviewEnded(requests, filing.id(), result.name(),
					filing.review().conclusion(), caller))
			.then();
	}

}
