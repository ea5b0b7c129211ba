package renda.legislation.enactment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

import renda.legislation.bill.Bill;
import renda.legislation.bill.BillCourse;
import renda.legislation.bill.BillPapers;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillResult.BillPromulgation;
import renda.legislation.bill.BillTitles;
import renda.legislation.competence.Making;
import renda.legislation.draft.Draft;
import renda.legislation.draft.Drafts;
import renda.legislation.format.FormatHeader;
import renda.legislation.format.TextFormat;
import renda.legislation.member.Body;
import renda.legislation.registration.Recording;
import renda.legislation.registration.Register;
import renda.legislation.regulation.LegalTexts;
import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.LegalAct;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.LegalText;
import renda.platform.city.CityProfile;

/**
 * Enters what a promulgated bill does into the register: the new text, the changed ones,
 * the end of those repealed.
 */
@Service
public class Enactment {

	private static final Pattern SESSION = Pattern.compile("第[^第]{1,12}次会议$");

	private final Drafts drafts;

	private final Register register;

	private final LegalTexts texts;

	private final CityProfile city;

	private final BillVersions versions;

	Enactment(Drafts drafts, Register register, LegalTexts texts, CityProfile city, BillVersions versions) {
		this.drafts = drafts;
		this.register = register;
		this.texts = texts;
		this.city = city;
		this.versions = versions;
	}

	/**
	 * Enters what a bill does, in the current transaction; the drafts it names are public
	 * from then on.
	 */
	public Mono<Void> of(Bill bill) {
		BillPromulgation announced = Objects.requireNonNull(bill.result().promulgation());
		return this.drafts.of("bill", bill.id()).flatMap((drafts) -> {
			Draft main = draft(drafts, bill.papers().draft());
			Mono<Void> made = (bill.proposal().act() == Making.ENACT)
					? entered(bill, null, recording(bill, announced, null, main, List.of())) : Mono.empty();
			return made
				.then(Flux.fromIterable(bill.proposal().targets())
					.concatMap((target) -> changed(bill, announced, target, main, drafts))
					.then())
				.then(Mono.defer(() -> released(bill)));
		});
	}

	private Mono<Void> released(Bill bill) {
		return Flux
			.fromStream(Stream.concat(Stream.ofNullable(bill.papers().draft()),
					bill.papers().consolidated().stream().map(BillPapers.BillText::draft)))
			.concatMap(this.drafts::release)
			.then();
	}

	private Mono<Void> changed(Bill bill, BillPromulgation announced, BillTarget target, Draft main,
			List<Draft> drafts) {
		if (target.change() == Making.REPEAL) {
			return entered(bill, target, recording(bill, announced, target, main, List.of()));
		}
		Draft whole = bill.papers().wholeTextOf(target.regulation()).map((id) -> draft(drafts, id)).orElse(main);
		return this.texts.inForce(target.regulation())
			.map(LegalText::events)
			.defaultIfEmpty(whole.text().events())
			.flatMap((events) -> entered(bill, target, recording(bill, announced, target, whole, events)));
	}

	private static Draft draft(List<Draft> drafts, @Nullable UUID id) {
		return drafts.stream().filter((draft) -> draft.id().equals(id)).findFirst().orElseThrow();
	}

	private Mono<Void> entered(Bill bill, @Nullable BillTarget target, Recording recording) {
		Making change = (target != null) ? target.change() : Making.ENACT;
		return this.register.record(recording)
			.flatMap((recorded) -> this.versions.enter(bill.id(), recorded.regulationId(), recorded.versionId(),
					change));
	}

	private Recording recording(Bill bill, BillPromulgation announced, @Nullable BillTarget target, Draft draft,
			List<LegalEvent> history) {
		LegalAct.Kind kind = (target == null) ? LegalAct.Kind.ENACTED : switch (target.change()) {
			case REPEAL -> LegalAct.Kind.REPEALED;
			case AMEND -> LegalAct.Kind.AMENDED;
			case REVISE, ENACT -> LegalAct.Kind.REVISED;
		};
		boolean packaged = target != null
				&& bill.proposal().targets().stream().filter((other) -> other.change() == target.change()).count() > 1;
		String decision = (kind == LegalAct.Kind.AMENDED || kind == LegalAct.Kind.REPEALED)
				? BillTitles.official(bill.proposal().title()) : "";
		LegalAct act = new LegalAct(kind, announced.adoptedOn(), maker(bill, announced), session(announced),
				announced.approvedOn(), announced.approvedBy(), announced.on(), announced.effectiveOn(), decision, 0,
				packaged);
		String text = (kind == LegalAct.Kind.REPEALED) ? "" : written(act, draft, history);
		String reason = "由《" + BillTitles.official(bill.proposal().title()) + "》废止";
		return new Recording((target != null) ? target.regulation() : null, act, text, null, reason, bill.sample());
	}

	/**
	 * The body that passed it: as the announcement names it, else as the vote tells.
	 */
	private String maker(Bill bill, BillPromulgation announced) {
		if (!announced.adoptedBy().isEmpty()) {
			return announced.adoptedBy();
		}
		boolean congress = bill.course().decisiveVote().map(BillCourse.BillVote::body).orElseThrow() == Body.CONGRESS;
		return "%s第%s届人民代表大会%s".formatted(this.city.name().zh(), ChineseNumeral.write(bill.proposal().term()),
				congress ? "" : "常务委员会");
	}

	private static String session(BillPromulgation announced) {
		Matcher session = SESSION.matcher(announced.meeting());
		return session.find() ? session.group() : "";
	}

	/**
	 * The text as it is promulgated: the official title, the head note with bodies and
	 * days (题注), the body.
	 */
	private static String written(LegalAct act, Draft draft, List<LegalEvent> history) {
		List<LegalEvent> events = new ArrayList<>(history);
		String passed = act.adoptedBy() + act.meeting();
		switch (act.kind()) {
			case AMENDED -> {
				events.add(event(act.adoptedOn(), passed + "通过"));
				events.add(event(act.approvedOn(), act.approvedBy() + "批准的《" + act.decision() + "》修正"));
			}
			case REVISED -> {
				events.add(event(act.adoptedOn(), passed + "修订"));
				events.add(event(act.approvedOn(), act.approvedBy() + "批准"));
			}
			default -> {
				events.add(event(act.adoptedOn(), passed + "通过"));
				events.add(event(act.approvedOn(), act.approvedBy() + "批准"));
			}
		}
		LegalText text = new LegalText(BillTitles.official(draft.title()), events, draft.text().body(), List.of());
		return new String(TextFormat.MARKDOWN.write(FormatHeader.of(draft.id().toString()), text, List.of()),
				StandardCharsets.UTF_8);
	}

	private static LegalEvent event(@Nullable LocalDate day, String words) {
		LocalDate on = Objects.requireNonNull(day);
		return new LegalEvent(on, LegalEvent.Kind.ADOPTED, "", "", "", 0,
				"%d年%d月%d日 %s".formatted(on.getYear(), on.getMonthValue(), on.getDayOfMonth(), words));
	}

}
