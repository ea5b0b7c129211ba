package renda.legislation.docket;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillCourse;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.bill.BillResult;
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

/**
 * The lists of bills.
 */
@Repository
class Bills {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.descending("-code").by("code", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final BillKind kind;

	Bills(DatabaseClient database, BillKind kind) {
		this.database = database;
		this.kind = kind;
	}

	/**
	 * The bills a caller may read.
	 */
	Mono<Slice<BillRow>> find(BillFilter filter, Caller caller, ListRequest request) {
		return this.kind.table()
			.knownTo(caller, this.kind.keys(caller))
			.where("state = ?", filter.state())
			.where("act = ?", filter.act())
			.where("domain = ?", filter.domain())
			.where("body = ?", filter.body())
			.where("proposer = ?", filter.proposer())
			.where("organ = ?", filter.organ())
			.where("term = ?", filter.term())
			.where("extract(year FROM submitted_on)::int = ?", filter.year())
			.where("project_id = ?", filter.project())
			.where("code = ?", filter.code())
			.where("passed_on >= ?", filter.passedFrom())
			.where("passed_on <= ?", filter.passedTo())
			.where("(targets @> ARRAY[?::text] OR id IN (SELECT bill_id FROM bill_version WHERE regulation_id::text = ?))",
					(filter.regulation() != null) ? filter.regulation().toString() : null)
			.where("sample = ?", filter.sample())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> BillRow.of(this.kind.table().read(row)));
	}

	/**
	 * Which bills to list.
	 *
	 * @param act what it does
	 * @param proposer what the proposer is
	 * @param organ the code of the government or committee that proposes it
	 * @param year the year it was submitted
	 * @param project the project of the plan
	 * @param regulation a regulation that it changes, ends or has made
	 * @param passedFrom passed on or after this day
	 * @param passedTo passed on or before this day
	 * @param sample only invented samples, or only others
	 */
	record BillFilter(@Nullable State state, @Nullable Making act, @Nullable Domain domain, @Nullable Body body,
			@Nullable ProposerKind proposer, @Nullable String organ, @Nullable Integer term, @Nullable Integer year,
			@Nullable UUID project, @Nullable String code, @Nullable UUID regulation, @Nullable LocalDate passedFrom,
			@Nullable LocalDate passedTo, @Nullable Boolean sample) {
	}

	/**
	 * A bill in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record BillRow(UUID id, String code, State state, LocalDate stateSince, String title, Making act, Domain domain,
			Body body, ProposerKind proposer, String proposerName, int term, @Nullable String project, int readings,
			int regulations, @Nullable LocalDate submittedOn, @Nullable LocalDate passedOn,
			@Nullable LocalDate promulgatedOn, @Nullable LocalDate effectiveOn, boolean sample, long version) {

		private static BillRow of(Bill bill) {
			BillProposal proposal = bill.proposal();
			BillResult.BillPromulgation promulgation = bill.result().promulgation();
			return new BillRow(bill.id(), bill.code(), bill.state(), bill.stateSince(), proposal.title(),
					proposal.act(), proposal.domain(), proposal.body(), proposal.proposer().kind(),
					proposal.proposer().name(), proposal.term(),
					(proposal.project() != null) ? proposal.project().code() : null, bill.course().readings().size(),
					proposal.targets().size(), bill.papers().submittedOn(),
					bill.course()
						.decisiveVote()
						.filter(BillCourse.BillVote::passed)
						.map(BillCourse.BillVote::on)
						.orElse(null),
					(promulgation != null) ? promulgation.on() : null,
					(promulgation != null) ? promulgation.effectiveOn() : null, bill.sample(), bill.version());
		}

	}

}
