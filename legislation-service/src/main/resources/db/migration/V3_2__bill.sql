-- Bills (地方性法规案). A row is a case; content is the whole of it, the other columns are written from it for lists. viewers
-- are the holders who may read what no meeting has on its list yet.
CREATE TABLE bill (
    id             uuid        PRIMARY KEY,
    code           text        NOT NULL UNIQUE,
    state          text        NOT NULL CHECK (state IN ('DRAFTING', 'SUBMITTED', 'PRELIMINARY', 'RETURNED', 'NOT_LISTED',
                                                         'LISTED', 'READING_1', 'CONSULTATION', 'UNIFIED_REVIEW',
                                                         'READING_2', 'READING_3', 'VOTE_DRAFT', 'CLAUSE_VOTE', 'DEFERRED',
                                                         'SHELVED', 'PASSED', 'REJECTED', 'WITHDRAWN', 'TERMINATED',
                                                         'TO_PC', 'PC_REVIEW', 'APPROVAL_PENDING', 'APPROVAL_REFUSED',
                                                         'APPROVED', 'PROMULGATED')),
    state_since    date        NOT NULL,
    version        bigint      NOT NULL,
    title          text        NOT NULL,
    act            text        NOT NULL CHECK (act IN ('ENACT', 'REVISE', 'AMEND', 'REPEAL')),
    domain         text        NOT NULL,
    body           text        NOT NULL CHECK (body IN ('STANDING_COMMITTEE', 'CONGRESS')),
    proposer       text        NOT NULL,
    organ          text        NOT NULL,
    term           integer     NOT NULL,
    project_id     uuid,
    targets        text[]      NOT NULL,
    viewers        text[]      NOT NULL,
    open_to_all    boolean     NOT NULL,
    submitted_on   date,
    passed_on      date,
    promulgated_on date,
    sample         boolean     NOT NULL,
    search         tsvector    NOT NULL,
    modified_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    content        jsonb       NOT NULL
);
CREATE INDEX bill_by_state_change ON bill (state_since DESC, id DESC);
CREATE INDEX bill_by_state ON bill (state, code);
CREATE INDEX bill_by_change ON bill (modified_at, id);
CREATE INDEX bill_by_term ON bill (term, passed_on);
CREATE INDEX bill_by_project ON bill (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX bill_by_target ON bill USING gin (targets);
CREATE INDEX bill_by_viewer ON bill USING gin (viewers);
CREATE INDEX bill_search ON bill USING gin (search);

-- What a promulgated bill has made in the register.
CREATE TABLE bill_version (
    bill_id       uuid NOT NULL REFERENCES bill,
    regulation_id uuid NOT NULL REFERENCES regulation,
    version_id    uuid NOT NULL REFERENCES regulation_version,
    change        text NOT NULL,
    PRIMARY KEY (bill_id, version_id)
);
CREATE INDEX bill_version_by_regulation ON bill_version (regulation_id);
