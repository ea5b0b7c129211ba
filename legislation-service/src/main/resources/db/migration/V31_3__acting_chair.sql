-- Who acts for the chair of the committee (代理主任). A row is a case; content is the whole of it, the other columns are written
-- from it for lists.
CREATE TABLE acting_chair (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('PROPOSED', 'ACTING', 'NOT_ELECTED', 'ENDED', 'WITHDRAWN')),
    state_since date        NOT NULL,
    version     bigint      NOT NULL,
    member      uuid        NOT NULL,
    elected_on  date,
    open_to_all boolean     NOT NULL,
    viewers     text[]      NOT NULL,
    sample      boolean     NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     jsonb       NOT NULL
);
CREATE UNIQUE INDEX acting_chair_now ON acting_chair (state) WHERE state = 'ACTING';
CREATE INDEX acting_chair_by_code ON acting_chair (code DESC, id DESC);
CREATE INDEX acting_chair_by_change ON acting_chair (modified_at, id);
