-- Interpretations of regulations (地方性法规解释) and answers by letter. A row is a case; content is the whole of it.
CREATE TABLE interpretation (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('REQUESTED', 'DRAFTING', 'LISTED', 'PASSED', 'REJECTED',
                                                        'APPROVAL_PENDING', 'ANNOUNCED', 'ANSWERED_BY_LETTER')),
    state_since   date        NOT NULL,
    version       bigint      NOT NULL,
    regulation_id uuid        NOT NULL REFERENCES regulation,
    requester     text        NOT NULL,
    viewers       text[]      NOT NULL,
    open_to_all   boolean     NOT NULL,
    sample        boolean     NOT NULL,
    search        tsvector    NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    content       jsonb       NOT NULL
);
CREATE INDEX interpretation_by_state_change ON interpretation (state_since DESC, id DESC);
CREATE INDEX interpretation_by_state ON interpretation (state, code);
CREATE INDEX interpretation_by_change ON interpretation (modified_at, id);
CREATE INDEX interpretation_by_regulation ON interpretation (regulation_id);
CREATE INDEX interpretation_by_viewer ON interpretation USING gin (viewers);
CREATE INDEX interpretation_search ON interpretation USING gin (search);
