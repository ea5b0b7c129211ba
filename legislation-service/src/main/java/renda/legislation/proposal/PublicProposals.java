package renda.legislation.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import renda.legislation.sender.Contact;
import renda.legislation.sender.Masked;
import renda.legislation.sender.Senders;
import renda.platform.command.Answer;
import renda.platform.command.AnsweredBefore;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Proposals of the public (公开征集立法项目建议): kept until the office takes one up as a project,
 * or says why not. What one sender sends too much of is held back, not lost.
 */
@Repository
public class PublicProposals {

	static final String KIND = "project-proposal";

	private static final List<Sort> SORTS = List
		.of(Sort.descending("-madeOn").by("made_on", LocalDate.class).by("id", UUID.class));

	private static final String INSERT = """
			INSERT INTO project_proposal (id, title, need, state, made_on, sender, receipt, author, search)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::tsvector)""";

	private static final String READ = """
			SELECT id, title, need, state, made_on, project_id, reason, answered_on, version, modified_at
			FROM project_proposal
			""";

	private static final String ANSWER = """
			UPDATE project_proposal
			SET state = $2, project_id = $3, reason = $4, answered_on = $5, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1 AND state IN ('RECEIVED', 'SUSPECT')""";

	private final DatabaseClient database;

	private final Senders senders;

	private final Commands commands;

	private final Clock clock;

	PublicProposals(DatabaseClient database, Senders senders, Commands commands, Clock clock) {
		this.database = database;
		this.senders = senders;
		this.commands = commands;
		this.clock = clock;
	}

	Mono<ResponseEntity<ProposalTaken>> make(ProposalMade said, Command command) {
		UUID id = Ids.next();
		String sender = this.senders.of(command);
		String receipt = this.senders.receipt(KIND, id);
		return this.commands
			.run(command, said,
					() -> this.senders.floods(KIND, sender)
						.flatMap((flood) -> insert(id, said, sender, receipt, flood)
							.thenReturn(Answer.created("/api/v1/legislation/project-proposals/" + id, 1,
									KIND + '/' + id, new ProposalTaken(id, null, flood)))))
			.map((answer) -> {
				ProposalTaken taken = Objects.requireNonNull(answer.getBody());
				return ResponseEntity.status(answer.getStatusCode())
					.headers(answer.getHeaders())
					.body(new ProposalTaken(taken.id(), this.senders.receipt(KIND, taken.id()), taken.held()));
			})
			.onErrorMap(AnsweredBefore.class, (before) -> this.senders.again(KIND, before));
	}

	private Mono<Void> insert(UUID id, ProposalMade said, String sender, String receipt, boolean flood) {
		Optional<byte[]> author = this.senders.seal(said.author(), KIND, id);
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, said.title().strip())
			.bind(2, said.need().strip())
			.bind(3, (flood ? ProposalState.SUSPECT : ProposalState.RECEIVED).name())
			.bind(4, LocalDate.now(this.clock))
			.bind(5, sender)
			.bind(6, this.senders.digest(KIND, receipt));
		sql = author.isPresent() ? sql.bind(7, author.get()) : sql.bindNull(7, byte[].class);
		// what a reader does not see is not found either
		return sql
			.bind(8, Bigrams.vector(Masked.of(said.title()), 'A') + ' ' + Bigrams.vector(Masked.of(said.need()), 'C'))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Slice<ProposalView>> find(ProposalFilter filter, ListRequest request) {
		return new Select(READ).where("state = ?", filter.state())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, (row) -> view(row, false));
	}

	Mono<ProposalView> byReceipt(String receipt) {
		return this.database.sql(READ + "WHERE receipt = $1")
			.bind(0, this.senders.digest(KIND, receipt))
			.map((row) -> view(row, true))
			.one()
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这个回执号。", "There is no such receipt."))));
	}

	/**
	 * Answers the proposal that a project takes up, in the current transaction.
	 * @throws Refusal 400 where there is none, 403 for others than the office, 409 where
	 * it is answered
	 */
	public Mono<Void> takenUp(@Nullable UUID proposal, UUID project, Caller caller) {
		if (proposal == null) {
			return Mono.empty();
		}
		if (!caller.has(Role.LEGISLATIVE_OFFICE) && !caller.has(Role.LEGAL_COMMITTEE)) {
			return Mono.error(() -> Refusal.forbidden(
					Text.of("公众建议由法制工作机构处理。", "The legislative-affairs body takes up what the public proposes.")));
		}
		return answer(proposal, ProposalState.TAKEN_UP, project, "");
	}

	/**
	 * Says why a proposal is not taken up.
	 */
	Mono<ResponseEntity<ProposalView>> decline(UUID id, ProposalDeclined said, Command command) {
		return this.commands.run(command, said, () -> answer(id,
				said.spam() ? ProposalState.SPAM : ProposalState.DECLINED, null, said.reason().strip())
			.then(Mono.defer(
					() -> this.database.sql(READ + "WHERE id = $1").bind(0, id).map((row) -> view(row, false)).one()))
			.map((view) -> Answer.changed(view.version(), KIND + '/' + id, view)));
	}

	private Mono<Void> answer(UUID id, ProposalState state, @Nullable UUID project, String reason) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(ANSWER).bind(0, id).bind(1, state.name());
		sql = (project != null) ? sql.bind(2, project) : sql.bindNull(2, UUID.class);
		return sql.bind(3, reason)
			.bind(4, LocalDate.now(this.clock))
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty() : Mono.error(() -> Refusal.conflict("wrong-state",
					Text.of("没有这件待处理的建议。", "No such proposal waits for its answer."))));
	}

	private static ProposalView view(Readable row, boolean own) {
		String title = Rows.text(row, "title");
		String need = Rows.text(row, "need");
		String reason = Rows.text(row, "reason");
		return new ProposalView(Rows.required(row, "id", UUID.class), own ? title : Masked.of(title),
				own ? need : Masked.of(need), ProposalState.valueOf(Rows.text(row, "state")),
				Rows.required(row, "made_on", LocalDate.class), row.get("project_id", UUID.class),
				reason.isEmpty() ? null : reason, row.get("answered_on", LocalDate.class),
				Rows.required(row, "version", Long.class));
	}

	/**
	 * A proposal of the public.
	 */
	record ProposalMade(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 5_000) String need,
			@Nullable @Valid Contact author) {
	}

	/**
	 * That a proposal was taken.
	 *
	 * @param receipt by which the answer is found; shown only once
	 * @param held whether it waits for the office to look at it first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ProposalTaken(UUID id, @Nullable String receipt, boolean held) {
	}

	/**
	 * Why it is not taken up.
	 *
	 * @param spam whether it is no proposal at all
	 */
	record ProposalDeclined(@NotBlank @Size(max = 2_000) String reason, boolean spam) {
	}

	/** A receipt. */
	record ProposalReceipt(@NotBlank @Size(max = 40) String receipt) {
	}

	/**
	 * Which proposals to list.
	 */
	record ProposalFilter(@Nullable ProposalState state) {
	}

	/**
	 * A proposal.
	 *
	 * @param project the project that takes it up
	 * @param reason why it was not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ProposalView(UUID id, String title, String need, ProposalState state, LocalDate madeOn,
			@Nullable UUID project, @Nullable String reason, @Nullable LocalDate answeredOn, long version) {
	}

	/**
	 * States of a proposal.
	 */
	@Schema(name = "ProposalState")
	enum ProposalState {

		/** 已收到. */
		RECEIVED,
		/** 存疑. */
		SUSPECT,
		/** 无效. */
		SPAM,
		/** 已立为项目. */
		TAKEN_UP,
		/** 未采纳. */
		DECLINED

	}

}
