package renda.legislation.consultation;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.consultation.Consultation.Party;
import renda.legislation.consultation.Consultation.State;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Consultations as a kind of case: everyone may read them, offices act.
 */
@Component
class ConsultationKind implements CaseKind<Consultation, State, Party, ConsultationView> {

	private final CaseTable<Consultation> table;

	private final CarriedArticles carried;

	private final CityProfile city;

	ConsultationKind(DatabaseClient database, JsonMapper json, CarriedArticles carried, CityProfile city) {
		this.carried = carried;
		this.city = city;
		this.table = CaseTable.of("consultation", Consultation.class, database, json)
			.text("subject_kind", (subject) -> subject.topic().kind())
			.id("subject_id", (subject) -> subject.topic().id())
			.id("draft_id", (subject) -> subject.topic().draft())
			.text("title", (subject) -> subject.topic().title())
			.date("from_on", (subject) -> subject.period().from())
			.date("until_on", (subject) -> subject.period().until())
			.date("closed_on", (subject) -> subject.course().closedOn())
			.integer("term", this::term)
			.flag("shortened", (subject) -> !subject.period().decision().isEmpty())
			.flag("sample", Consultation::sample)
			.search("search", (subject) -> Bigrams.vector(subject.topic().title(), 'A'));
	}

	/**
	 * The term in which it ended, or is to end; before the first that is known, the
	 * first.
	 */
	private int term(Consultation subject) {
		return this.city.termOn(subject.end()).map(CityProfile.Term::number).orElse(0);
	}

	@Override
	public Workflow<Consultation, State, Party> workflow() {
		return ConsultationWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return Consultations.PATH;
	}

	@Override
	public CaseTable<Consultation> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Consultation subject, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (Consultations.isOffice(caller)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.COUNCIL) || caller.has(Role.CHAIR)) {
			parties.add(Party.COUNCIL);
		}
		return parties;
	}

	@Override
	public boolean isVisible(Consultation subject, Caller caller) {
		return true;
	}

	@Override
	public List<Holder> holders(Consultation subject, Party party) {
		return (party == Party.OFFICE) ? ConsultationWorkflow.office() : List.of();
	}

	@Override
	public ConsultationView view(Consultation subject, Caller caller) {
		return ConsultationView.of(subject);
	}

	@Override
	public Object published(Consultation subject) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", subject.id());
		data.put("code", subject.code());
		data.put("state", subject.state());
		data.put("title", subject.topic().title());
		data.put("subjectKind", subject.topic().kind());
		data.put("subject", subject.topic().id());
		data.put("from", subject.period().from());
		data.put("until", subject.period().until());
		data.put("version", subject.version());
		return data;
	}

	/**
	 * Comments follow their articles into later drafts.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Consultation before, Consultation after, Caller caller) {
		return step.equals("carry-over") ? this.carried.carry(after, after.course().later().getLast()) : Mono.empty();
	}

	@Override
	public Text deskTitle(Consultation subject) {
		return Text.of(subject.topic().title(), subject.topic().title());
	}

}
