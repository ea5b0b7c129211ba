-- The list of major matters (重大事项清单). A version is never changed; the next one ends it. key is the same over all
-- versions; next_on is the day on which the next report falls due that the calendar has not opened yet.
CREATE TABLE matter_list (
    id              uuid        PRIMARY KEY,
    title           text        NOT NULL,
    decision        text        NOT NULL,
    effective_from  date        NOT NULL UNIQUE,
    effective_until date,
    sample          boolean     NOT NULL,
    version         bigint      NOT NULL DEFAULT 1,
    modified_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (effective_until > effective_from)
);
CREATE UNIQUE INDEX matter_list_in_force ON matter_list ((effective_until IS NULL)) WHERE effective_until IS NULL;
CREATE INDEX matter_list_by_change ON matter_list (modified_at, id);

CREATE TABLE matter (
    id          uuid        PRIMARY KEY,
    list_id     uuid        NOT NULL REFERENCES matter_list,
    key         text        NOT NULL,
    number      integer     NOT NULL,
    title       text        NOT NULL,
    reporter    text        NOT NULL CHECK (reporter IN ('GOVERNMENT', 'SUPERVISORY_COMMISSION', 'COURT', 'PROCURATORATE')),
    organ       text        NOT NULL,
    basis       text        NOT NULL,
    obligation  text        NOT NULL CHECK (obligation IN ('DECIDE', 'REPORT', 'CONSULT_AND_FILE')),
    frequency   text        NOT NULL CHECK (frequency IN ('ONCE', 'YEARLY', 'HALF_YEARLY', 'ON_EVENT')),
    due_days    text[]      NOT NULL,
    due_on      date,
    committee   text,
    next_on     date,
    sample      boolean     NOT NULL,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (list_id, number),
    UNIQUE (list_id, key)
);
CREATE INDEX matter_by_number ON matter (number, id);
CREATE INDEX matter_by_reporter ON matter (reporter, number, id);
CREATE INDEX matter_by_change ON matter (modified_at, id);
CREATE INDEX matter_falling_due ON matter (next_on, id) WHERE next_on IS NOT NULL;
CREATE INDEX matter_search ON matter USING gin (search);

-- Reports on major matters. A row is a case; content is the whole of it, the other columns are written from it for lists.
-- A period of an item is there once, whoever opens it.
CREATE TABLE matter_report (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('DUE', 'SUBMITTED', 'COMMITTEE', 'SC', 'DECIDED', 'OPINIONS_SENT',
                                                        'EXECUTING', 'REPORTED', 'CLOSED', 'CANCELLED')),
    state_since   date        NOT NULL,
    version       bigint      NOT NULL,
    matter_id     uuid        NOT NULL REFERENCES matter,
    key           text        NOT NULL,
    period        text        NOT NULL,
    title         text        NOT NULL,
    reporter      text        NOT NULL,
    organ         text        NOT NULL,
    obligation    text        NOT NULL,
    frequency     text        NOT NULL,
    due_on        date        NOT NULL,
    submitted_on  date,
    resolution_id uuid,
    sample        boolean     NOT NULL,
    search        tsvector    NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    content       jsonb       NOT NULL,
    UNIQUE (key, period)
);
CREATE INDEX matter_report_by_due ON matter_report (due_on, id);
CREATE INDEX matter_report_by_state_change ON matter_report (state_since DESC, id DESC);
CREATE INDEX matter_report_by_change ON matter_report (modified_at, id);
CREATE INDEX matter_report_by_state ON matter_report (state, due_on);
CREATE INDEX matter_report_by_organ ON matter_report (organ, due_on);
CREATE INDEX matter_report_by_resolution ON matter_report (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX matter_report_search ON matter_report USING gin (search);
