package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.draft.Drafts;
import renda.legislation.motion.Mover;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
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
 * Resolutions as a kind of case: who is who in one, and who sees what of it.
 */
@Component
class ResolutionKind implements CaseKind<Resolution, State, Party, ResolutionView> {

	static final String PATH = "/api/v1/legislation/resolutions";

	/** Who reads a motion from the day it came. */
	private static final List<Role> STAFF = List.of(Role.COUNCIL, Role.CHAIR, Role.GENERAL_OFFICE);

	private final CaseTable<Resolution> table;

	private final Drafts texts;

	private final CityProfile city;

	ResolutionKind(DatabaseClient database, JsonMapper json, Drafts texts, CityProfile city) {
		this.texts = texts;
		this.city = city;
		this.table = CaseTable.of("resolution", Resolution.class, database, json)
			.text("title", (resolution) -> resolution.motion().title())
			.text("form", (resolution) -> resolution.motion().form().name())
			.text("type", (resolution) -> resolution.motion().type().name())
			.integer("term", Resolution::term)
			.text("body", (resolution) -> resolution.body().name())
			.text("mover", (resolution) -> resolution.motion().mover().kind().name())
			.text("country", (resolution) -> resolution.motion().country())
			.text("city", (resolution) -> resolution.motion().city())
			.date("submitted_on", (resolution) -> resolution.motion().submittedOn())
			.integer("votes_for", (resolution) -> (resolution.vote() != null) ? resolution.vote().votesFor() : null)
			.integer("members", (resolution) -> (resolution.vote() != null) ? resolution.vote().members() : null)
			.date("adopted_on", (resolution) -> resolution.adoptedOn().orElse(null))
			.date("published_on", ResolutionKind::publishedOn)
			.date("executed_on", (resolution) -> resolution.executedOn().orElse(null))
			.list("executors",
					(resolution) -> resolution.execution().tasks().stream().map(Execution.Task::organ).toList())
			.list("viewers", ResolutionKind::viewers)
			.flag("open_to_all", Resolution::open)
			.flag("sample", Resolution::sample)
			.search("search", (resolution) -> Bigrams.vector(resolution.motion().title(), 'A') + ' '
					+ Bigrams.vector(words(resolution), 'C'));
	}

	private static @Nullable LocalDate publishedOn(Resolution resolution) {
		return (resolution.publication() != null) ? resolution.publication().on() : null;
	}

	/**
	 * The words as adopted, before that those of the draft.
	 */
	private static String words(Resolution resolution) {
		return (resolution.publication() != null) ? resolution.publication().text() : resolution.motion().draft();
	}

	@Override
	public Workflow<Resolution, State, Party> workflow() {
		return ResolutionWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Resolution> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Resolution resolution, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (resolution.motion().mover().is(caller)) {
			parties.add(Party.MOVER);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (Mover.sitsInCommittee(caller) && resolution.course().committee().equals(caller.organ())) {
			parties.add(Party.COMMITTEE);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.CHAIR)) {
			parties.add(Party.CHAIR);
		}
		if (!caller.organ().isEmpty() && (caller.has(Role.ORGAN) || Mover.sitsInCommittee(caller))
				&& resolution.execution().task(caller.organ()).isPresent()) {
			parties.add(Party.EXECUTOR);
		}
		return parties;
	}

	@Override
	public boolean isVisible(Resolution resolution, Caller caller) {
		return resolution.open() || viewers(resolution).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * What a caller is, as viewers are written.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	/**
	 * Who may read what is not adopted: those who deal with it, and the members once it
	 * is before the standing committee.
	 */
	static List<String> viewers(Resolution resolution) {
		Set<String> viewers = new TreeSet<>();
		STAFF.forEach((role) -> viewers.add(Holder.role(role).text()));
		Mover mover = resolution.motion().mover();
		if (!mover.organ().isEmpty()) {
			viewers.add(Holder.organ(mover.organ()).text());
		}
		if (!mover.account().isEmpty()) {
			viewers.add(Holder.person(mover.account()).text());
		}
		if (!resolution.course().committee().isEmpty()) {
			viewers.add(Holder.organ(resolution.course().committee()).text());
		}
		if (resolution.course().listedOn() != null) {
			viewers.add(Holder.role(Role.MEMBER).text());
		}
		return List.copyOf(viewers);
	}

	@Override
	public List<Holder> holders(Resolution resolution, Party party) {
		Mover mover = resolution.motion().mover();
		return switch (party) {
			case MOVER -> !mover.organ().isEmpty() ? List.of(Holder.organ(mover.organ()))
					: !mover.account().isEmpty() ? List.of(Holder.person(mover.account())) : List.of();
			case COUNCIL -> ResolutionClocks.council();
			case COMMITTEE ->
				resolution.course().committee().isEmpty() ? List.of() : ResolutionClocks.committee(resolution);
			case OFFICE -> ResolutionClocks.office();
			case CHAIR -> List.of();
			case EXECUTOR -> ResolutionClocks.organs(resolution.execution().open());
		};
	}

	@Override
	public ResolutionView view(Resolution resolution, Caller caller) {
		return ResolutionView.of(resolution, !actors(resolution, caller).isEmpty());
	}

	/**
	 * What the feed tells; the title of what is not adopted is told to those who may read
	 * it.
	 */
	@Override
	public Object published(Resolution resolution) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", resolution.id());
		data.put("code", resolution.code());
		data.put("state", resolution.state());
		data.put("version", resolution.version());
		data.put("title", resolution.motion().title());
		data.put("form", resolution.motion().form());
		data.put("type", resolution.motion().type());
		data.put("term", resolution.term());
		data.put("body", resolution.body());
		resolution.adoptedOn().ifPresent((on) -> data.put("adoptedOn", on));
		Resolution.Publication publication = resolution.publication();
		if (publication != null) {
			data.put("publishedOn", publication.on());
			data.put("publishedIn", publication.where());
			data.put("executors", resolution.execution().tasks().stream().map(Execution.Task::organ).toList());
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Resolution resolution) {
		return resolution.open() ? null : Set.of(Role.COUNCIL, Role.GENERAL_OFFICE, Role.CHAIR, Role.SERVICE);
	}

	/**
	 * A text that is to be taken apart is read in the transaction that publishes it: one
	 * that cannot be read is refused, and nothing is published.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Resolution before, Resolution after, Caller caller) {
		Resolution.Publication publication = after.publication();
		return (step.equals("publish") && publication != null && publication.structured()) ? this.texts
			.add(Resolution.KIND, after.id(), after.motion().form().title().zh() + "文本", publication.text())
			.flatMap((text) -> this.texts.release(text.id())) : Mono.empty();
	}

	@Override
	public Text deskTitle(Resolution resolution) {
		return Text.of(resolution.motion().title(), resolution.motion().title());
	}

}
