-- The yearly reports on filing and review (备案审查工作情况报告), one for each year. A row is a case; content is the whole of it.
CREATE TABLE filing_report (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('DUE', 'SUBMITTED', 'HEARD', 'CLOSED')),
    state_since date        NOT NULL,
    version     bigint      NOT NULL,
    year        integer     NOT NULL UNIQUE,
    due_on      date        NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     jsonb       NOT NULL
);
CREATE INDEX filing_report_by_year ON filing_report (year DESC, id DESC);
CREATE INDEX filing_report_by_state ON filing_report (state, year);
CREATE INDEX filing_report_by_change ON filing_report (modified_at, id);
