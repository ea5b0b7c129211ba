package renda.platform.ingest;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.micrometer.core.instrument.Metrics;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.audit.AuditTrail;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind.Applied;
import renda.platform.store.Ids;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static renda.platform.store.Rows.required;

/**
 * The jobs of bulk import. A job's counts are written in the transaction of the rows they
 * count; a job whose service died shows as interrupted, and runs again when its caller
 * sends it again under the same {@code Idempotency-Key}.
 */
public final class ImportJobs {

	/** The most refusals shown with a job; the list of errors has all. */
	public static final int ERRORS_SHOWN = 1000;

	private static final String COLUMNS = """
			id, caller, kind, fingerprint, dry_run, row_count, created, updated, unchanged, failed,
			detail_zh, detail_en, started_at, finished_at, modified_at,
			CASE WHEN state = 'RUNNING' AND heartbeat_at < now() - interval '20 seconds'
			     THEN 'INTERRUPTED' ELSE state END AS state_now""";

	private static final String CLAIM = """
			INSERT INTO import_job (id, run, caller, kind, fingerprint, dry_run, state)
			VALUES ($1, $2, $3, $4, $5, $6, 'RUNNING')
			ON CONFLICT (id) DO UPDATE
			SET run = excluded.run, state = 'RUNNING', row_count = 0, created = 0, updated = 0, unchanged = 0, failed = 0,
			    detail_zh = NULL, detail_en = NULL, started_at = now(), finished_at = NULL,
			    heartbeat_at = now(), modified_at = now()
			WHERE import_job.fingerprint = excluded.fingerprint
			  AND (import_job.state IN ('FAILED', 'INTERRUPTED')
			       OR import_job.state = 'RUNNING' AND import_job.heartbeat_at < now() - interval '20 seconds')""";

	private static final String FORGET_ERRORS = "DELETE FROM import_error WHERE job_id = $1";

	private static final String READ = "SELECT " + COLUMNS + " FROM import_job WHERE id = $1";

	private static final String PROGRESS = """
			UPDATE import_job
			SET row_count = row_count + $3, created = created + $4, updated = updated + $5, unchanged = unchanged + $6,
			    failed = failed + $7, heartbeat_at = clock_timestamp(), modified_at = now()
			WHERE id = $1 AND run = $2 AND state = 'RUNNING'""";

	private static final String KEEP_ERRORS = """
			INSERT INTO import_error (id, job_id, place, column_name, detail_zh, detail_en)
			SELECT id, $1, place, column_name, zh, en
			FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS e (id, place, column_name, zh, en)""";

	private static final String FIRST_ERRORS = """
			SELECT place, column_name, detail_zh, detail_en
			FROM import_error WHERE job_id = $1 ORDER BY id LIMIT $2""";

	private static final String END = """
			UPDATE import_job
			SET state = $3, detail_zh = $4, detail_en = $5, finished_at = now(), modified_at = now()
			WHERE id = $1 AND run = $2 AND state = 'RUNNING'""";

	private static final String BEAT = """
			UPDATE import_job SET heartbeat_at = now() WHERE run = any($1) AND state = 'RUNNING'""";

	private static final List<Sort> NEWEST_FIRST = List
		.of(Sort.descending("-startedAt").by("started_at", OffsetDateTime.class).by("id", UUID.class));

	private static final List<Sort> ERRORS_IN_ORDER = List.of(Sort.ascending("place").by("id", UUID.class));

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final AuditTrail audit;

	private final String base;

	/** The jobs at work in this process, each with the token of its run. */
	private final Map<UUID, UUID> running = new ConcurrentHashMap<>();

	ImportJobs(DatabaseClient database, TransactionalOperator transaction, AuditTrail audit, String service) {
		this.database = database;
		this.transaction = transaction;
		this.audit = audit;
		this.base = "/api/v1/" + service + "/imports";
	}

	/**
	 * Runs a job from start to end, and answers it as it then is. A job that finished
	 * before is answered without work. A refusal of the work fails the job; any other
	 * failure, and a client that hangs up, leaves it interrupted.
	 * @param fingerprint a hash of the content
	 * @param work imports; it calls {@link #progress} in each of its transactions
	 */
	public Mono<ImportJob> run(Command command, String kind, String fingerprint, boolean dryRun,
			Function<ImportJob, Mono<Void>> work) {
		UUID run = UUID.randomUUID();
		return start(run, command, kind, fingerprint, dryRun)
			.flatMap((job) -> (job.state() == ImportJob.State.FINISHED) ? Mono.just(job) : worked(run, job, work));
	}

	/**
	 * The job is at work from when its end is sure to be noticed, whoever hangs up when:
	 * what is at work is kept alive.
	 */
	private Mono<ImportJob> worked(UUID run, ImportJob job, Function<ImportJob, Mono<Void>> work) {
		return Mono.usingWhen(Mono.fromSupplier(() -> {
			this.running.put(job.id(), run);
			return job.id();
		}), (id) -> Mono.defer(() -> work.apply(job))
			.then(Mono.defer(() -> end(id, ImportJob.State.FINISHED, null)))
			.onErrorResume(Refusal.class, (refusal) -> end(id, ImportJob.State.FAILED, refusal.detail())),
				(id) -> Mono.empty(), (id, failure) -> interrupt(id), this::interrupt);
	}

	/**
	 * Begins a job, or begins an interrupted or failed one again.
	 * @param run the token of this run, which writes no more when another has begun
	 * @return the job; a state other than running means that it finished before
	 * @throws Refusal 422 where the key was used for other content, 409 while it runs
	 */
	private Mono<ImportJob> start(UUID run, Command command, String kind, String fingerprint, boolean dryRun) {
		UUID id = command.idempotencyKey().map((key) -> idOf(command.caller().subject(), key)).orElseGet(Ids::next);
		String whole = kind + "|" + dryRun + "|" + fingerprint;
		Mono<Long> claim = this.database.sql(CLAIM)
			.bind(0, id)
			.bind(1, run)
			.bind(2, command.caller().subject())
			.bind(3, kind)
			.bind(4, whole)
			.bind(5, dryRun)
			.fetch()
			.rowsUpdated();
		Mono<Boolean> claimed = claim.flatMap((count) -> (count == 0) ? Mono.just(false)
				: this.database.sql(FORGET_ERRORS)
					.bind(0, id)
					.fetch()
					.rowsUpdated()
					.then(this.audit.append(command, Answer.done("import/" + id, kind)))
					.thenReturn(true));
		return this.transaction.transactional(claimed).flatMap((ours) -> ours ? find(id) : before(id, whole));
	}

	private static UUID idOf(String caller, String key) {
		return UUID.nameUUIDFromBytes((caller + '\n' + key).getBytes(StandardCharsets.UTF_8));
	}

	private Mono<ImportJob> before(UUID id, String fingerprint) {
		return this.database.sql(READ)
			.bind(0, id)
			.map((row) -> new Before(required(row, "fingerprint", String.class), ImportJob.of(row, this.base)))
			.one()
			.flatMap((before) -> {
				if (!before.fingerprint.equals(fingerprint)) {
					return Mono.error(Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
							Text.of("该 Idempotency-Key 已用于另一内容的导入，请换一个。",
									"This Idempotency-Key was used for an import of other content; use another.")));
				}
				if (before.job.state() != ImportJob.State.FINISHED) {
					return Mono.error(Refusal
						.conflict("import-running",
								Text.of("该导入正在进行；若其服务已中断，20 秒后可重试。",
										"This import is at work; if its service has died, try again after 20 seconds."))
						.with("job", before.job.links().getOrDefault("self", "")));
				}
				return withErrors(before.job);
			});
	}

	/**
	 * Adds to a job's counts, in the current transaction.
	 * @param counts what became of the rows of this transaction; its errors are kept too
	 * @param errors further refusals, of rows that were not applied at all
	 */
	public Mono<Void> progress(UUID id, Applied counts, List<JobError> errors) {
		List<JobError> all = new ArrayList<>(errors);
		counts.errors()
			.forEach((error) -> all.add(new JobError(String.valueOf(error.line()), error.column(), error.detail())));
		long failed = all.stream().map(JobError::place).distinct().count();
		long rows = counts.created() + counts.updated() + counts.unchanged() + failed;
		Mono<Void> counted = this.database.sql(PROGRESS)
			.bind(0, id)
			.bind(1, runOf(id))
			.bind(2, rows)
			.bind(3, (long) counts.created())
			.bind(4, (long) counts.updated())
			.bind(5, (long) counts.unchanged())
			.bind(6, failed)
			.fetch()
			.rowsUpdated()
			.flatMap((count) -> (count == 1) ? Mono.<Void>empty() : Mono.error(takenOver()));
		return all.isEmpty() ? counted : counted.then(keep(id, all));
	}

	private Mono<Void> keep(UUID id, List<JobError> errors) {
		return this.database.sql(KEEP_ERRORS)
			.bind(0, id)
			.bind(1, errors.stream().map((error) -> Ids.next()).toArray(UUID[]::new))
			.bind(2, errors.stream().map(JobError::place).toArray(String[]::new))
			.bind(3, errors.stream().map(JobError::column).toArray(String[]::new))
			.bind(4, errors.stream().map((error) -> error.detail().zh()).toArray(String[]::new))
			.bind(5, errors.stream().map((error) -> error.detail().en()).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private Mono<Void> interrupt(UUID id) {
		return end(id, ImportJob.State.INTERRUPTED, null).then().onErrorComplete();
	}

	/**
	 * Ends a job. What it did so far stays, and its counts say so.
	 */
	private Mono<ImportJob> end(UUID id, ImportJob.State state, @Nullable Text why) {
		UUID run = runOf(id);
		this.running.remove(id);
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(END).bind(0, id).bind(1, run).bind(2, state.name());
		sql = (why != null) ? sql.bind(3, why.zh()).bind(4, why.en())
				: sql.bindNull(3, String.class).bindNull(4, String.class);
		return sql.fetch()
			.rowsUpdated()
			.flatMap((ended) -> (ended == 1) ? find(id) : Mono.error(takenOver()))
			.doOnNext(ImportJobs::measure);
	}

	private static void measure(ImportJob job) {
		rows(job, "created", job.created());
		rows(job, "updated", job.updated());
		rows(job, "unchanged", job.unchanged());
		rows(job, "failed", job.failed());
	}

	private static void rows(ImportJob job, String outcome, long count) {
		Metrics.counter("renda.import.rows", "kind", job.kind(), "outcome", outcome).increment(count);
	}

	private UUID runOf(UUID id) {
		return this.running.getOrDefault(id, id);
	}

	private static Refusal takenOver() {
		return Refusal.conflict("import-taken-over",
				Text.of("该导入已由另一次请求接手。", "Another request has taken this import over."));
	}

	/**
	 * A job with its first errors; empty where there is none.
	 */
	public Mono<ImportJob> find(UUID id) {
		return this.database.sql(READ)
			.bind(0, id)
			.map((row) -> ImportJob.of(row, this.base))
			.one()
			.flatMap(this::withErrors);
	}

	private Mono<ImportJob> withErrors(ImportJob job) {
		return (job.failed() == 0) ? Mono.just(job)
				: this.database.sql(FIRST_ERRORS)
					.bind(0, job.id())
					.bind(1, ERRORS_SHOWN)
					.map(ImportJobs::error)
					.all()
					.collectList()
					.map(job::with);
	}

	private static JobError error(Readable row) {
		return new JobError(required(row, "place", String.class), required(row, "column_name", String.class),
				new Text(required(row, "detail_zh", String.class), required(row, "detail_en", String.class)));
	}

	/**
	 * Who began a job; empty where there is none.
	 */
	Mono<String> owner(UUID id) {
		return this.database.sql("SELECT caller FROM import_job WHERE id = $1")
			.bind(0, id)
			.map((row) -> required(row, "caller", String.class))
			.one();
	}

	Mono<Slice<ImportJob>> list(@Nullable String caller, ListRequest request) {
		return new Select("SELECT " + COLUMNS + " FROM import_job").where("caller = ?", caller)
			.page(this.database, request, NEWEST_FIRST, (row) -> ImportJob.of(row, this.base));
	}

	Mono<Slice<JobError>> errors(UUID id, ListRequest request) {
		return new Select("SELECT id, place, column_name, detail_zh, detail_en, modified_at FROM import_error")
			.where("job_id = ?", id)
			.page(this.database, request, ERRORS_IN_ORDER, ImportJobs::error);
	}

	/**
	 * Says that the jobs of this process are alive.
	 */
	Mono<Void> beat() {
		UUID[] runs = this.running.values().toArray(UUID[]::new);
		return (runs.length == 0) ? Mono.empty() : this.database.sql(BEAT).bind(0, runs).fetch().rowsUpdated().then();
	}

	private record Before(String fingerprint, ImportJob job) {
	}

}
