-- Drafts (草案) of cases: each text that a bill, an interpretation or another case went through, never overwritten. viewers
-- are the holders who may read it before it is released, beside those who work on all drafts.
CREATE TABLE draft (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    subject     uuid        NOT NULL,
    number      integer     NOT NULL,
    label       text        NOT NULL,
    title       text        NOT NULL,
    articles    integer     NOT NULL,
    warnings    integer     NOT NULL,
    sha256      text        NOT NULL,
    source      text        NOT NULL,
    structure   text        NOT NULL,
    viewers     text[]      NOT NULL,
    released    boolean     NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (kind, subject, number)
);
CREATE INDEX draft_by_time ON draft (created_at DESC, id DESC);
CREATE INDEX draft_by_release ON draft (created_at DESC, id DESC) WHERE released;
CREATE INDEX draft_by_change ON draft (modified_at, id);
CREATE INDEX draft_by_viewer ON draft USING gin (viewers) WHERE NOT released;
