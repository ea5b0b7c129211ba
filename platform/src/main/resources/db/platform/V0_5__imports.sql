-- Bulk imports: what each did, kept in the transactions of its batches, so that the counts are exact after any crash.
CREATE TABLE import_job (
    id           uuid        PRIMARY KEY,
    run          uuid        NOT NULL,
    caller       text        NOT NULL,
    kind         text        NOT NULL,
    fingerprint  text        NOT NULL,
    dry_run      boolean     NOT NULL,
    state        text        NOT NULL,
    row_count    bigint      NOT NULL DEFAULT 0,
    created      bigint      NOT NULL DEFAULT 0,
    updated      bigint      NOT NULL DEFAULT 0,
    unchanged    bigint      NOT NULL DEFAULT 0,
    failed       bigint      NOT NULL DEFAULT 0,
    detail_zh    text,
    detail_en    text,
    started_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    heartbeat_at timestamptz NOT NULL DEFAULT now(),
    modified_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX import_job_by_start ON import_job (started_at, id);
CREATE INDEX import_job_by_caller ON import_job (caller, started_at, id);
CREATE INDEX import_job_by_change ON import_job (modified_at, id);

CREATE TABLE import_error (
    id          uuid        PRIMARY KEY,
    job_id      uuid        NOT NULL REFERENCES import_job ON DELETE CASCADE,
    place       text        NOT NULL,
    column_name text        NOT NULL,
    detail_zh   text        NOT NULL,
    detail_en   text        NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX import_error_by_job ON import_error (job_id, id);
CREATE INDEX import_error_by_change ON import_error (job_id, modified_at, id);
