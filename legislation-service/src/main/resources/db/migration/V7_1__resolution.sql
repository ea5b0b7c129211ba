-- Resolutions and decisions (决议、决定). A row is a case; content is the whole of it, the other columns are written from it
-- for lists. viewers are the holders who may read what is not open to all.
CREATE TABLE resolution (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('SUBMITTED', 'REFERRED', 'EXAMINED', 'LISTED', 'DELIBERATED',
                                                       'DECLINED', 'WITHDRAWN', 'UNDECIDED', 'REJECTED',
                                                       'OPINIONS_SENT', 'ADOPTED', 'EXECUTING', 'REPORTED', 'CLOSED')),
    state_since  date        NOT NULL,
    version      bigint      NOT NULL,
    title        text        NOT NULL,
    form         text        NOT NULL CHECK (form IN ('RESOLUTION', 'DECISION')),
    type         text        NOT NULL CHECK (type IN ('SISTER_CITY', 'MAJOR_MATTER', 'FINANCE_APPROVAL', 'CONGRESS',
                                                      'OTHER')),
    term         integer     NOT NULL,
    body         text        NOT NULL CHECK (body IN ('STANDING_COMMITTEE', 'CONGRESS')),
    mover        text        NOT NULL,
    country      text        NOT NULL,
    city         text        NOT NULL,
    submitted_on date        NOT NULL,
    adopted_on   date,
    published_on date,
    executed_on  date,
    executors    text[]      NOT NULL,
    viewers      text[]      NOT NULL,
    open_to_all  boolean     NOT NULL,
    sample       boolean     NOT NULL,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    content      jsonb       NOT NULL
);
CREATE INDEX resolution_by_state_change ON resolution (state_since DESC, id DESC);
CREATE INDEX resolution_by_code ON resolution (code, id);
CREATE INDEX resolution_by_change ON resolution (modified_at, id);
CREATE INDEX resolution_by_term ON resolution (term, adopted_on);
CREATE INDEX resolution_by_executor ON resolution USING gin (executors);
CREATE INDEX resolution_by_viewer ON resolution USING gin (viewers);
CREATE INDEX resolution_search ON resolution USING gin (search);
