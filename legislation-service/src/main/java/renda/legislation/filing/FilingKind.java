package renda.legislation.filing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingReceipt;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Filings as a kind of case: who is who in one, and who sees what of it.
 */
@Service
public class FilingKind implements CaseKind<Filing, State, Party, FilingView> {

	public static final String PATH = FilingDocument.PATH;

	private static final Set<Role> REVIEWERS = EnumSet.of(Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE,
			Role.BUDGET_OFFICE);

	private static final Set<Role> MEETING = EnumSet.of(Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE);

	private final CityProfile city;

	private final CaseTable<Filing> table;

	private final ObjectProvider<FilingLinks> links;

	FilingKind(DatabaseClient database, JsonMapper json, CityProfile city, ObjectProvider<FilingLinks> links) {
		this.city = city;
		this.links = links;
		this.table = CaseTable.of("filing", Filing.class, database, json)
			.text("maker", (filing) -> filing.document().maker())
			.text("source", (filing) -> filing.document().source().name())
			.text("maker_name", (filing) -> filing.document().makerName())
			.text("act", (filing) -> filing.document().act().name())
			.text("title", (filing) -> filing.document().title())
			.text("number", (filing) -> filing.document().number())
			.text("number_key", (filing) -> FilingDocument.key(filing.document().number()))
			.date("issued_on", (filing) -> filing.document().issuedOn())
			.date("due_on", (filing) -> filing.intake().dueOn())
			.date("filed_on", (filing) -> filing.intake().filedOn())
			.date("registered_on",
					(filing) -> Optional.ofNullable(filing.intake().receipt()).map(FilingReceipt::on).orElse(null))
			.text("public_state", (filing) -> filing.publicState().name())
			.list("modes", (filing) -> filing.review().modes().stream().map(Enum::name).sorted().toList())
			.list("viewers", FilingKind::viewers)
			.flag("open_to_all", Filing::isRegistered)
			.text("result", (filing) -> Optional.ofNullable(filing.review().result()).map(Enum::name).orElse(null))
			.date("found_on", (filing) -> filing.review().foundOn())
			.date("reviewed_on", (filing) -> filing.review().endedOn())
			.date("corrected_on",
					(filing) -> (filing.review().result() != null && filing.review().result().corrects())
							? filing.review().endedOn() : null)
			.flag("sample", Filing::sample)
			.search("search",
					(filing) -> Bigrams
						.vector(filing.document().title() + ' ' + filing.document().number() + ' '
								+ filing.document().makerName(), 'A')
							+ ' ' + Bigrams.vector(filing.document().text(), 'C'));
	}

	@Override
	public Workflow<Filing, State, Party> workflow() {
		return FilingWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Filing> table() {
		return this.table;
	}

	/**
	 * Who a caller is. The office of another city is no office here, and a reviewer
	 * reviews nothing of its own.
	 */
	@Override
	public Set<Party> actors(Filing filing, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		String organ = caller.organ();
		boolean own = organ.equals(filing.document().maker());
		if (own && (caller.has(Role.MAKER) || caller.has(Role.ORGAN))) {
			return EnumSet.of(Party.MAKER);
		}
		if (caller.has(Role.FILING_OFFICE) && caller.actsForArea(this.city.code())) {
			parties.add(Party.OFFICE);
		}
		if (!organ.isEmpty() && !own && filing.review().committee(organ).isPresent()
				&& caller.roles().stream().anyMatch(REVIEWERS::contains)) {
			parties.add(Party.COMMITTEE);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (caller.roles().stream().anyMatch(MEETING::contains)) {
			parties.add(Party.SESSION);
		}
		return parties;
	}

	public FilingReader reader(Filing filing, Caller caller) {
		return FilingReader.of(filing, actors(filing, caller), caller.has(Role.MEMBER));
	}

	@Override
	public boolean isVisible(Filing filing, Caller caller) {
		return filing.isRegistered() || viewers(filing).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * Who may read a filing that is not registered, and follow the state of one in
	 * review.
	 */
	static List<String> viewers(Filing filing) {
		Set<String> viewers = new TreeSet<>();
		viewers.add(Holder.role(Role.FILING_OFFICE).text());
		viewers.add(Holder.organ(filing.document().maker()).text());
		filing.review().committees().forEach((asked) -> viewers.add(Holder.organ(asked.committee()).text()));
		if (filing.correction().report() != null || !filing.intake().demands().isEmpty()) {
			viewers.add(Holder.role(Role.COUNCIL).text());
		}
		if (filing.correction().report() != null) {
			List.of(Role.CHAIR, Role.GENERAL_OFFICE, Role.MEMBER)
				.forEach((role) -> viewers.add(Holder.role(role).text()));
		}
		return List.copyOf(viewers);
	}

	/**
	 * What a caller is, as {@link #viewers} are written. An organ is looked at for its
	 * maker and its committees alone.
	 */
	public List<String> keys(Caller caller) {
		List<String> keys = Holder.of(caller, this.city.code());
		boolean looksForItsOrgan = caller.has(Role.MAKER) || caller.has(Role.ORGAN)
				|| caller.roles().stream().anyMatch(REVIEWERS::contains);
		return looksForItsOrgan ? keys : keys.stream().filter((key) -> !key.startsWith("organ:")).toList();
	}

	@Override
	public List<Holder> holders(Filing filing, Party party) {
		State state = filing.state();
		return switch (party) {
			case MAKER -> filing.correction().execution() != null ? List.of() : FilingClocks.maker(filing);
			case OFFICE -> (state == State.ANNULLED && filing.correction().execution() == null) ? List.of()
					: FilingClocks.office();
			case COMMITTEE -> FilingClocks.organs(filing.review().silent());
			case COUNCIL -> (state == State.TO_CHAIRS) ? List.of(Holder.role(Role.COUNCIL)) : List.of();
			case SESSION -> List.of();
		};
	}

	@Override
	public boolean isTold(Filing filing, Caller caller, String step) {
		return reader(filing, caller).isTold(step);
	}

	@Override
	public boolean isToldWho(Filing filing, Caller caller, String step) {
		return CaseKind.super.isToldWho(filing, caller, step) && reader(filing, caller).isToldWho(step);
	}

	@Override
	public boolean isShown(Filing filing, Caller caller, Deadline clock) {
		return reader(filing, caller).isShown(clock);
	}

	@Override
	public FilingView view(Filing filing, Caller caller) {
		return FilingView.of(filing, reader(filing, caller));
	}

	/**
	 * What the feed tells: the title once it is registered, the result once there is one.
	 */
	@Override
	public Object published(Filing filing) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", filing.id());
		data.put("code", filing.code());
		data.put("state", filing.state());
		data.put("maker", filing.document().maker());
		data.put("source", filing.document().source());
		data.put("version", filing.version());
		if (filing.isRegistered()) {
			data.put("title", filing.document().title());
			data.put("number", filing.document().number());
		}
		if (filing.isReviewed()) {
			data.put("result", filing.review().result());
		}
		return data;
	}

	/**
	 * Everyone is told of a registration and of a result; of what goes on in between,
	 * those who review.
	 */
	@Override
	public @Nullable Set<Role> audience(Filing filing) {
		boolean open = filing.state() == State.REGISTERED || (filing.isRegistered() && filing.isReviewed());
		return open ? null : Set.of(Role.FILING_OFFICE, Role.COMMITTEE, Role.SERVICE);
	}

	@Override
	public Mono<Void> alongside(String step, @Nullable Filing before, Filing after, Caller caller) {
		return this.links.getObject().written(step, before, after, caller);
	}

	@Override
	public Text deskTitle(Filing filing) {
		return Text.of(filing.document().title(), filing.document().title());
	}

}
