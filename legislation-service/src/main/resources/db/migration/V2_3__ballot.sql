-- Ballots (表决). A row is a case; content is the whole of it, the other columns are written from it for lists.
CREATE TABLE ballot (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'WITHDRAWN', 'OPEN', 'FALLBACK', 'COUNTED', 'ANNOUNCED',
                                                       'RECORDED')),
    state_since  date        NOT NULL,
    version      bigint      NOT NULL,
    meeting_id   uuid        NOT NULL,
    body         text        NOT NULL CHECK (body IN ('STANDING_COMMITTEE', 'CONGRESS')),
    term         integer     NOT NULL,
    purpose      text        NOT NULL,
    secret       boolean     NOT NULL,
    subjects     text[]      NOT NULL,
    open_to_all  boolean     NOT NULL,
    outcome      text        CHECK (outcome IN ('PASSED', 'REJECTED')),
    announced_on date,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    content      jsonb       NOT NULL
);
CREATE INDEX ballot_by_state_change ON ballot (state_since DESC, id DESC);
CREATE INDEX ballot_by_code ON ballot (code, id);
CREATE INDEX ballot_by_state ON ballot (state, state_since DESC, id DESC);
CREATE INDEX ballot_by_meeting ON ballot (meeting_id, code);
CREATE INDEX ballot_by_change ON ballot (modified_at, id);
CREATE INDEX ballot_by_subject ON ballot USING gin (subjects);
CREATE INDEX ballot_search ON ballot USING gin (search);

-- Who is entitled, frozen when the ballot opens. account is the subject of the person's tokens. Of a secret ballot,
-- blinded is what the person sent for a paper to be signed unseen, and signed the signature on it; neither tells which
-- paper it became (docs/decisions/0005-secret-ballots.md).
CREATE TABLE ballot_roll (
    ballot_id uuid    NOT NULL REFERENCES ballot,
    member_id uuid    NOT NULL,
    name      text    NOT NULL,
    account   text    NOT NULL,
    present   boolean NOT NULL,
    remote    boolean NOT NULL,
    blinded   bytea,
    signed    bytea,
    PRIMARY KEY (ballot_id, member_id)
);
CREATE INDEX ballot_roll_by_account ON ballot_roll (ballot_id, account);

-- Who voted what in an open ballot. press counts how often the member has pressed.
CREATE TABLE ballot_vote (
    ballot_id uuid    NOT NULL,
    member_id uuid    NOT NULL,
    choice    text    NOT NULL CHECK (choice IN ('FOR', 'AGAINST', 'ABSTAIN', 'NOT_PRESSED')),
    press     integer NOT NULL,
    PRIMARY KEY (ballot_id, member_id),
    FOREIGN KEY (ballot_id, member_id) REFERENCES ballot_roll
);

-- The key that signs the papers of a secret ballot; gone when casting begins.
CREATE TABLE ballot_key (
    ballot_id uuid  PRIMARY KEY REFERENCES ballot,
    sealed    bytea NOT NULL
);

-- The papers in the box of a secret ballot: no name, no time, and rewritten in the order of their serials with every
-- batch, so that a row's place and transaction tell nothing. Gone when they are counted; then only which serials were
-- counted is kept, so that a retry gets its answer.
CREATE TABLE ballot_paper (
    ballot_id uuid  NOT NULL REFERENCES ballot,
    serial    bytea NOT NULL,
    choice    text  NOT NULL CHECK (choice IN ('FOR', 'AGAINST', 'ABSTAIN')),
    PRIMARY KEY (ballot_id, serial)
);
CREATE TABLE ballot_counted_paper (
    ballot_id uuid  NOT NULL REFERENCES ballot,
    serial    bytea NOT NULL,
    PRIMARY KEY (ballot_id, serial)
);

-- The result sheets, chained within a meeting: sheet is the text that is signed.
CREATE TABLE ballot_sheet (
    ballot_id  uuid    PRIMARY KEY REFERENCES ballot,
    meeting_id uuid    NOT NULL,
    position   integer NOT NULL,
    sheet      text    NOT NULL,
    digest     text    NOT NULL,
    signature  text    NOT NULL,
    UNIQUE (meeting_id, position)
);
