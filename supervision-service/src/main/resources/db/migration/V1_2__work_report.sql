-- The register of work reports heard by the standing committee (监督法 第十一条至第十七条).
CREATE TABLE work_report (
    id                uuid        PRIMARY KEY,
    code              text        NOT NULL UNIQUE,
    title             text        NOT NULL,
    family            text        NOT NULL CHECK (family IN ('PLAN_BUDGET_AUDIT', 'STATE_ASSETS', 'ENVIRONMENT', 'LIVELIHOOD',
                                                             'FILING_REVIEW', 'SUGGESTIONS', 'JUDICIAL', 'SPECIAL')),
    organ_id          uuid        NOT NULL REFERENCES organ,
    state             text        NOT NULL CHECK (state IN ('SCHEDULED', 'HEARD', 'POSTPONED')),
    meeting           integer     NOT NULL CHECK (meeting > 0),
    meeting_on        date        NOT NULL,
    term              integer     NOT NULL CHECK (term > 0),
    reporter          text        NOT NULL,
    reporter_capacity text        NOT NULL CHECK (reporter_capacity IN ('HEAD', 'DEPUTY_HEAD', 'DEPARTMENT_HEAD')),
    draft_received_on date,
    final_received_on date,
    distributed_on    date,
    late_reason       text        NOT NULL DEFAULT '',
    postponed_reason  text        NOT NULL DEFAULT '',
    sample            boolean     NOT NULL DEFAULT false,
    search            tsvector    NOT NULL,
    version           bigint      NOT NULL DEFAULT 1,
    modified_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX work_report_by_meeting ON work_report (meeting_on, id);
CREATE INDEX work_report_by_organ ON work_report (organ_id, meeting_on, id);
CREATE INDEX work_report_by_change ON work_report (modified_at, id);
CREATE INDEX work_report_search ON work_report USING gin (search);
