package renda.legislation.review;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.filingdesk.FilingReviews;
import renda.legislation.review.ReviewRequest.Kind;
import renda.legislation.review.ReviewRequest.Party;
import renda.legislation.review.ReviewRequest.State;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Review requests as a kind of case: kept sealed, known to the filing office, to whoever
 * asked, and without that person to the committees that review.
 */
@Component
class ReviewRequestKind implements CaseKind<ReviewRequest, State, Party, ReviewRequestView> {

	static final String PATH = "/api/v1/legislation/review-requests";

	private static final Set<Role> REVIEWERS = EnumSet.of(Role.COMMITTEE, Role.LEGAL_COMMITTEE,
			Role.LEGISLATIVE_OFFICE);

	private static final Set<State> REVIEWED = EnumSet.of(State.IN_REVIEW, State.REPLIED);

	private final CityProfile city;

	private final Vault vault;

	private final FilingReviews filings;

	private final CaseTable<ReviewRequest> table;

	ReviewRequestKind(DatabaseClient database, JsonMapper json, CityProfile city, Vault vault, FilingReviews filings) {
		this.city = city;
		this.vault = vault;
		this.filings = filings;
		this.table = CaseTable.of("review_request", ReviewRequest.class, database, json)
			.sealed(vault)
			.text("kind", (request) -> request.kind().name())
			.id("filing_id", ReviewRequest::filing)
			.text("account", (request) -> account(request.requester().account()))
			.date("received_on", ReviewRequest::receivedOn)
			.flag("reviewed", (request) -> REVIEWED.contains(request.state()))
			.flag("sample", ReviewRequest::sample);
	}

	/**
	 * The digest under which an account's requests are found.
	 */
	String account(String subject) {
		return this.vault.index("review-request/account/" + subject);
	}

	@Override
	public Workflow<ReviewRequest, State, Party> workflow() {
		return ReviewRequestWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<ReviewRequest> table() {
		return this.table;
	}

	boolean isOffice(Caller caller) {
		return caller.has(Role.FILING_OFFICE) && caller.actsForArea(this.city.code());
	}

	static boolean isReviewer(Caller caller) {
		return caller.roles().stream().anyMatch(REVIEWERS::contains);
	}

	/**
	 * Whoever asked is nothing else in it.
	 */
	@Override
	public Set<Party> actors(ReviewRequest request, Caller caller) {
		String account = request.requester().account();
		if (account.equals(caller.subject())) {
			return EnumSet.of(Party.REQUESTER);
		}
		return isOffice(caller) ? EnumSet.of(Party.OFFICE) : EnumSet.noneOf(Party.class);
	}

	@Override
	public boolean isVisible(ReviewRequest request, Caller caller) {
		return !actors(request, caller).isEmpty() || (REVIEWED.contains(request.state()) && isReviewer(caller));
	}

	@Override
	public List<Holder> holders(ReviewRequest request, Party party) {
		String account = request.requester().account();
		return switch (party) {
			case REQUESTER -> List.of(Holder.person(account));
			case OFFICE -> (request.state() == State.IN_REVIEW && request.outcome() == null) ? List.of()
					: List.of(Holder.role(Role.FILING_OFFICE));
		};
	}

	@Override
	public ReviewRequestView view(ReviewRequest request, Caller caller) {
		return ReviewRequestView.of(request, !actors(request, caller).isEmpty());
	}

	/**
	 * Nothing of who asks, and nothing of what is asked.
	 */
	@Override
	public Object published(ReviewRequest request) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", request.id());
		data.put("code", request.code());
		data.put("state", request.state());
		data.put("kind", request.kind());
		data.put("version", request.version());
		return data;
	}

	@Override
	public Set<Role> audience(ReviewRequest request) {
		return Set.of(Role.FILING_OFFICE, Role.SERVICE);
	}

	/**
	 * A review that begins is that of the document's filing.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable ReviewRequest before, ReviewRequest after, Caller caller) {
		return (step.equals("start") && after.filing() != null)
				? this.filings.request(after.filing(), after.id(), after.code(), after.kind() == Kind.DEMAND, caller)
				: Mono.empty();
	}

	@Override
	public Text deskTitle(ReviewRequest request) {
		return Text.of("审查请求 %s", "Review request %s", request.code());
	}

}
