-- Legislative projects (立法项目). A row is a case; content is the whole of it. viewers are the holders who may read what
-- no public plan names.
CREATE TABLE legislative_project (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('PROPOSED', 'TERM_PLAN', 'ANNUAL_PLAN', 'DRAFTING', 'DONE',
                                                        'DROPPED')),
    state_since   date        NOT NULL,
    version       bigint      NOT NULL,
    title         text        NOT NULL,
    making        text        NOT NULL CHECK (making IN ('ENACT', 'REVISE', 'AMEND', 'REPEAL')),
    domain        text        NOT NULL,
    origin        text        NOT NULL CHECK (origin IN ('ORGAN', 'COMMITTEE', 'DEPUTY', 'PUBLIC', 'OFFICE')),
    proposed_on   date        NOT NULL,
    term_plan     uuid,
    annual_plan   uuid,
    plan_year     integer,
    class         text        CHECK (class IN ('REVIEW', 'PREPARATORY', 'RESEARCH')),
    drafting_unit text        NOT NULL,
    bill_id       uuid,
    done_on       date,
    viewers       text[]      NOT NULL,
    open_to_all   boolean     NOT NULL,
    sample        boolean     NOT NULL,
    search        tsvector    NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    content       jsonb       NOT NULL
);
CREATE INDEX legislative_project_by_state_change ON legislative_project (state_since DESC, id DESC);
CREATE INDEX legislative_project_by_state ON legislative_project (state, state_since DESC, id DESC);
CREATE INDEX legislative_project_by_year ON legislative_project (plan_year, class);
CREATE INDEX legislative_project_by_annual_plan ON legislative_project (annual_plan) WHERE annual_plan IS NOT NULL;
CREATE INDEX legislative_project_by_term_plan ON legislative_project (term_plan) WHERE term_plan IS NOT NULL;
CREATE INDEX legislative_project_by_viewer ON legislative_project USING gin (viewers);
CREATE INDEX legislative_project_by_change ON legislative_project (modified_at, id);
CREATE INDEX legislative_project_search ON legislative_project USING gin (search);

-- How much each sender has sent in each hour, by a keyed digest of the account or address.
CREATE TABLE submission_count (
    kind   text        NOT NULL,
    sender text        NOT NULL,
    hour   timestamptz NOT NULL,
    sent   integer     NOT NULL,
    PRIMARY KEY (kind, sender, hour)
);
