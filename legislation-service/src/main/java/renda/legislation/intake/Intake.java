package renda.legislation.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import renda.legislation.intake.ImportedFile.Outcome;
import renda.legislation.source.Reading;
import renda.legislation.source.Readings;
import renda.legislation.registration.Register;
import renda.legislation.registration.Register.Entered;
import renda.platform.ingest.ImportJobs;
import renda.platform.ingest.ImportKind.Applied;
import renda.platform.ingest.JobError;
import renda.platform.store.SqlState;
import renda.platform.web.Correlation;
import renda.platform.web.Text;

/**
 * Brings files into the register, some at a time: each batch is one transaction together
 * with the job's progress, so that a job that dies is right about what it did. The next
 * batch is read while the last one is written.
 */
@Service
class Intake {

	private static final Logger log = LoggerFactory.getLogger(Intake.class);

	private static final int BATCH = 50;

	private static final Text UNEXPECTED = Text.of("数据库不能保存该文本；已记入日志",
			"The database cannot keep this text; it was logged");

	private final Readings readings;

	private final Register register;

	private final ImportedFiles files;

	private final ImportJobs jobs;

	private final TransactionalOperator transaction;

	Intake(Readings readings, Register register, ImportedFiles files, ImportJobs jobs,
			TransactionalOperator transaction) {
		this.readings = readings;
		this.register = register;
		this.files = files;
		this.jobs = jobs;
		this.transaction = transaction;
	}

	/**
	 * Imports all files of a source.
	 * @param job the job that counts them
	 * @param dryRun whether everything is done and nothing kept
	 * @param sample whether new regulations are invented samples
	 */
	Mono<Void> run(UUID job, Source source, boolean dryRun, boolean sample) {
		List<String> names = source.names();
		int batches = (names.size() + BATCH - 1) / BATCH;
		return Flux.range(0, batches)
			.publishOn(Schedulers.boundedElastic(), 1)
			.map((batch) -> read(source, names, batch * BATCH))
			.publishOn(Schedulers.parallel(), 1)
			.concatMap((batch) -> write(job, batch, dryRun, sample), 1)
			.then();
	}

	private List<Item> read(Source source, List<String> names, int from) {
		List<Item> items = new ArrayList<>();
		for (int i = from; i < Math.min(from + BATCH, names.size()); i++) {
			items.add(new Item(i + 1, names.get(i), read(source, names.get(i), i)));
		}
		return items;
	}

	private Readings.Outcome read(Source source, String name, int index) {
		return switch (source.read(index)) {
			case Source.Content.Unreadable unreadable -> new Readings.Outcome.Refused(unreadable.reason());
			case Source.Content.Bytes content -> {
				try {
					yield this.readings.read(name, content.bytes());
				}
				catch (RuntimeException | StackOverflowError ex) {
					log.error("a file of an import cannot be read: {}", name, ex);
					yield new Readings.Outcome.Refused(
							Text.of("读取该文本时出错；已记入日志", "The text could not be read; it was logged"));
				}
			}
		};
	}

	private Mono<Void> write(UUID job, List<Item> batch, boolean dryRun, boolean sample) {
		Mono<Void> whole = writeOnce(job, batch, dryRun, sample).retryWhen(SqlState.again());
		return whole.onErrorResume(SqlState::isOfTheData, (failure) -> {
			if (batch.size() > 1) {
				return Flux.fromIterable(batch)
					.concatMap((item) -> write(job, List.of(item), dryRun, sample), 1)
					.then();
			}
			Item item = batch.getFirst();
			return Correlation.logging(() -> log.error("a text of an import cannot be kept: {}", item.name, failure))
				.then(writeOnce(job,
						List.of(new Item(item.position, item.name, new Readings.Outcome.Refused(UNEXPECTED))), dryRun,
						sample));
		});
	}

	private Mono<Void> writeOnce(UUID job, List<Item> batch, boolean dryRun, boolean sample) {
		List<Reading> readings = batch.stream()
			.map(Item::outcome)
			.filter(Readings.Outcome.Taken.class::isInstance)
			.map((outcome) -> ((Readings.Outcome.Taken) outcome).reading())
			.toList();
		Mono<List<Entered>> enter = this.register.enter(readings, sample);
		if (!dryRun) {
			return this.transaction.transactional(enter.flatMap((entered) -> report(job, batch, entered)));
		}
		return this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return enter;
		}).single().flatMap((entered) -> this.transaction.transactional(report(job, batch, entered)));
	}

	private Mono<Void> report(UUID job, List<Item> batch, List<Entered> entered) {
		List<ImportedFile> report = new ArrayList<>();
		List<JobError> refused = new ArrayList<>();
		int next = 0;
		for (Item item : batch) {
			switch (item.outcome) {
				case Readings.Outcome.Taken taken -> report.add(item.file(taken.reading(), entered.get(next++)));
				case Readings.Outcome.Refused refusal -> {
					report.add(item.file(refusal.reason()));
					refused.add(new JobError(item.name, "", refusal.reason()));
				}
			}
		}
		Applied counts = new Applied(count(report, Outcome.CREATED), count(report, Outcome.UPDATED),
				count(report, Outcome.UNCHANGED), List.of());
		return this.files.put(job, report).then(this.jobs.progress(job, counts, refused));
	}

	private static int count(List<ImportedFile> files, Outcome outcome) {
		return (int) files.stream().filter((file) -> file.outcome() == outcome).count();
	}

	private record Item(int position, String name, Readings.Outcome outcome) {

		ImportedFile file(Reading reading, Entered entered) {
			return new ImportedFile(this.position, this.name, Outcome.valueOf(entered.effect().name()), "",
					entered.regulationId(), reading.text().title(), reading.articles(), reading.chapters(),
					reading.acts(), reading.text().warnings());
		}

		ImportedFile file(Text reason) {
			return new ImportedFile(this.position, this.name, Outcome.REFUSED, reason.zh() + " · " + reason.en(), null,
					"", 0, 0, 0, List.of());
		}

	}

}
