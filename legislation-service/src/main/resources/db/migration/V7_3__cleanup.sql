-- Clean-up rounds (专项清理). A row is a case; content is the whole of it, the other columns are written from it for lists.
-- regulations are the ids of the texts in the scope; viewers are the holders who may read what is not open to all.
CREATE TABLE cleanup_round (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('SCOPING', 'SELF_CHECK', 'DECIDING', 'COMPLETED', 'ENDED',
                                                       'CANCELLED')),
    state_since  date        NOT NULL,
    version      bigint      NOT NULL,
    title        text        NOT NULL,
    field        text        NOT NULL,
    superior     text        NOT NULL,
    term         integer     NOT NULL,
    begun_on     date        NOT NULL,
    completed_on date,
    regulations  text[]      NOT NULL,
    viewers      text[]      NOT NULL,
    open_to_all  boolean     NOT NULL,
    sample       boolean     NOT NULL,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    content      jsonb       NOT NULL
);
CREATE INDEX cleanup_round_by_begin ON cleanup_round (begun_on DESC, id DESC);
CREATE INDEX cleanup_round_by_code ON cleanup_round (code, id);
CREATE INDEX cleanup_round_by_change ON cleanup_round (modified_at, id);
CREATE INDEX cleanup_round_by_term ON cleanup_round (term, completed_on);
CREATE INDEX cleanup_round_by_regulation ON cleanup_round USING gin (regulations);
CREATE INDEX cleanup_round_by_viewer ON cleanup_round USING gin (viewers);
CREATE INDEX cleanup_round_search ON cleanup_round USING gin (search);
