CREATE TABLE note (
    id          uuid        PRIMARY KEY,
    title       text        NOT NULL UNIQUE,
    words       text        NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX note_by_title ON note (title, id);
CREATE INDEX note_by_change ON note (modified_at, id);
