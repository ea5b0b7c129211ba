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

-- Plans of a term and of a year (立法规划、年度立法计划); one of each.
CREATE TABLE legislative_plan (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'DECIDED', 'REPORTED', 'PUBLISHED')),
    state_since  date        NOT NULL,
    version      bigint      NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('TERM', 'ANNUAL')),
    term         integer     NOT NULL,
    year         integer     NOT NULL,
    title        text        NOT NULL,
    decided_on   date,
    published_on date,
    open_to_all  boolean     NOT NULL,
    sample       boolean     NOT NULL,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    content      jsonb       NOT NULL
);
CREATE UNIQUE INDEX legislative_plan_of_term ON legislative_plan (term) WHERE kind = 'TERM';
CREATE UNIQUE INDEX legislative_plan_of_year ON legislative_plan (year) WHERE kind = 'ANNUAL';
CREATE INDEX legislative_plan_by_year ON legislative_plan (year DESC, id DESC);
CREATE INDEX legislative_plan_by_change ON legislative_plan (modified_at, id);
CREATE INDEX legislative_plan_search ON legislative_plan USING gin (search);

-- Proposals of the public. author is encrypted; sender and receipt are keyed digests.
CREATE TABLE project_proposal (
    id          uuid        PRIMARY KEY,
    title       text        NOT NULL,
    need        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('RECEIVED', 'SUSPECT', 'SPAM', 'TAKEN_UP', 'DECLINED')),
    made_on     date        NOT NULL,
    project_id  uuid,
    reason      text        NOT NULL DEFAULT '',
    answered_on date,
    sender      text        NOT NULL,
    receipt     text        NOT NULL UNIQUE,
    author      bytea,
    search      tsvector    NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX project_proposal_by_day ON project_proposal (made_on DESC, id DESC);
CREATE INDEX project_proposal_by_state ON project_proposal (state, made_on DESC, id DESC);
CREATE INDEX project_proposal_by_change ON project_proposal (modified_at, id);
CREATE INDEX project_proposal_search ON project_proposal USING gin (search);
