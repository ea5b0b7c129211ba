package renda.platform.ingest;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

import static renda.platform.store.Rows.required;

/**
 * One bulk import and what became of it.
 *
 * @param id the job's id, the same whenever the same caller sends the same
 * {@code Idempotency-Key}
 * @param kind what is imported
 * @param state where it stands
 * @param dryRun whether nothing was kept
 * @param rows rows, or files, looked at so far
 * @param created those that were new
 * @param updated those that said something new
 * @param unchanged those that were there already
 * @param failed those that were refused
 * @param detail why the job as a whole failed; missing otherwise
 * @param errors the first 1,000 refusals; empty in lists
 * @param startedAt when the job began, or began again
 * @param finishedAt when it ended; missing until then
 * @param links {@code self}, {@code errors}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportJob(UUID id, String kind, State state, boolean dryRun, long rows, long created, long updated,
		long unchanged, long failed, @Nullable Text detail, List<JobError> errors, OffsetDateTime startedAt,
		@Nullable OffsetDateTime finishedAt, Map<String, String> links) {

	/**
	 * Where a job stands.
	 */
	public enum State {

		/** At work. */
		@JsonProperty("running")
		RUNNING,
		/** Every row was looked at; some may have been refused. */
		@JsonProperty("finished")
		FINISHED,
		/** Stopped by the content: what came before is kept, see the counts. */
		@JsonProperty("failed")
		FAILED,
		/** Its service or its client went away; send it again to finish it. */
		@JsonProperty("interrupted")
		INTERRUPTED

	}

	ImportJob with(List<JobError> refusals) {
		return new ImportJob(this.id, this.kind, this.state, this.dryRun, this.rows, this.created, this.updated,
				this.unchanged, this.failed, this.detail, List.copyOf(refusals), this.startedAt, this.finishedAt,
				this.links);
	}

	static ImportJob of(Readable row, String base) {
		UUID id = required(row, "id", UUID.class);
		String zh = row.get("detail_zh", String.class);
		String en = row.get("detail_en", String.class);
		return new ImportJob(id, required(row, "kind", String.class),
				State.valueOf(required(row, "state_now", String.class)), required(row, "dry_run", Boolean.class),
				required(row, "row_count", Long.class), required(row, "created", Long.class),
				required(row, "updated", Long.class), required(row, "unchanged", Long.class),
				required(row, "failed", Long.class), (zh != null && en != null) ? new Text(zh, en) : null, List.of(),
				required(row, "started_at", OffsetDateTime.class), row.get("finished_at", OffsetDateTime.class),
				Map.of("self", base + "/" + id, "errors", base + "/" + id + "/errors"));
	}

}
