package renda.platform.ingest;

import java.util.List;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind.Applied;
import renda.platform.ingest.ImportKind.Numbered;
import renda.platform.store.SqlState;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Applies batches, each in one transaction together with the job's progress. A batch that
 * the database refuses is halved until the bad rows stand alone.
 */
final class BatchRunner {

	private static final Log LOG = LogFactory.getLog(BatchRunner.class);

	private final TransactionalOperator transaction;

	private final ImportJobs jobs;

	BatchRunner(TransactionalOperator transaction, ImportJobs jobs) {
		this.transaction = transaction;
		this.jobs = jobs;
	}

	<R extends Record> Mono<Void> apply(ImportKind<R> kind, ImportJob job, Command command, Batch<R> batch) {
		Mono<Void> rows = batch.rows().isEmpty() ? Mono.empty() : apply(kind, job, command, batch.rows());
		Mono<Void> faults = batch.errors().isEmpty() ? Mono.empty()
				: progress(job.id(), Applied.NOTHING, batch.errors());
		return rows.then(faults);
	}

	private <R extends Record> Mono<Void> apply(ImportKind<R> kind, ImportJob job, Command command,
			List<Numbered<R>> rows) {
		return transaction(kind, job, command, rows).onErrorResume(BatchRunner::isOfTheRows, (failure) -> {
			if (rows.size() == 1) {
				return refuse(job.id(), rows.getFirst(), failure);
			}
			int half = rows.size() / 2;
			return apply(kind, job, command, rows.subList(0, half))
				.then(Mono.defer(() -> apply(kind, job, command, rows.subList(half, rows.size()))));
		});
	}

	private <R extends Record> Mono<Void> transaction(ImportKind<R> kind, ImportJob job, Command command,
			List<Numbered<R>> rows) {
		if (!job.dryRun()) {
			return this.transaction
				.transactional(Mono.defer(() -> kind.apply(rows, command))
					.flatMap((applied) -> this.jobs.progress(job.id(), applied, List.of()).thenReturn(true)))
				.retryWhen(SqlState.again())
				.then();
		}
		Mono<Applied> tried = this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return Mono.defer(() -> kind.apply(rows, command));
		}).next().retryWhen(SqlState.again());
		return tried.flatMap((applied) -> progress(job.id(), applied, List.of()));
	}

	/**
	 * Whether a failure says something about the rows, and not about the database.
	 */
	private static boolean isOfTheRows(Throwable failure) {
		if (failure instanceof Refusal refusal) {
			return !refusal.slug().equals("import-taken-over");
		}
		return failure instanceof DataIntegrityViolationException || SqlState.isOfTheData(failure);
	}

	private Mono<Void> refuse(UUID job, Numbered<?> row, Throwable failure) {
		if (failure instanceof Refusal refusal) {
			return progress(job, Applied.refused(row, refusal), List.of());
		}
		LOG.debug("row refused by the database", failure);
		return progress(job, Applied.NOTHING, List.of(new JobError(String.valueOf(row.line()), "",
				Text.of("与已有记录或数据库的约束冲突。", "In conflict with what is there, or with a constraint of the database."))));
	}

	private Mono<Void> progress(UUID job, Applied applied, List<JobError> errors) {
		return this.transaction.transactional(this.jobs.progress(job, applied, errors).thenReturn(true)).then();
	}

	/**
	 * Rows that can be tried, and what is wrong with the others.
	 */
	record Batch<R extends Record>(List<Numbered<R>> rows, List<JobError> errors) {
	}

}
