-- The clocks of cases: running, standing still, and ended. What is not asked for in a list stands in content.
CREATE TABLE deadline (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    case_id     uuid        NOT NULL,
    code        text        NOT NULL,
    name        text        NOT NULL,
    rule        text        NOT NULL,
    -- who has to act: organ:…, role:…, person:…
    holder      text        NOT NULL,
    started_on  date        NOT NULL,
    due_on      date        NOT NULL,
    ended_on    date,
    end_kind    text        CHECK (end_kind IN ('MET', 'LATE', 'CANCELLED')),
    paused      boolean     NOT NULL,
    restricted  boolean     NOT NULL,
    -- the first year of the period whose holidays the calendar did not hold
    unannounced integer,
    -- how many steps of escalation are behind it
    escalated   integer     NOT NULL DEFAULT 0,
    content     jsonb       NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((ended_on IS NULL) = (end_kind IS NULL))
);
CREATE INDEX deadline_by_case ON deadline (kind, case_id);
CREATE INDEX deadline_by_change ON deadline (restricted, modified_at, id);
CREATE INDEX deadline_by_holder_and_change ON deadline (holder, modified_at, id);
-- A clock is either in the indexes of those that have not ended, which stay small, or in those of the ended.
CREATE INDEX deadline_running ON deadline (restricted, due_on, id) WHERE ended_on IS NULL;
CREATE INDEX deadline_running_by_kind ON deadline (restricted, kind, due_on, id) INCLUDE (paused)
    WHERE ended_on IS NULL;
CREATE INDEX deadline_running_by_holder ON deadline (holder, due_on, id) WHERE ended_on IS NULL;
CREATE INDEX deadline_paused ON deadline (restricted, due_on, id) WHERE ended_on IS NULL AND paused;
CREATE INDEX deadline_ended ON deadline (end_kind, restricted, due_on, id) WHERE ended_on IS NOT NULL;
CREATE INDEX deadline_ended_by_holder ON deadline (holder, end_kind, due_on, id) WHERE ended_on IS NOT NULL;
CREATE INDEX deadline_to_escalate ON deadline (escalated, due_on) WHERE ended_on IS NULL AND NOT paused;
CREATE INDEX deadline_to_recount ON deadline (unannounced, id) WHERE ended_on IS NULL AND unannounced IS NOT NULL;

-- Who was told of a clock that is nearly or already over; once for each step and last day.
CREATE TABLE deadline_notice (
    deadline_id uuid        NOT NULL REFERENCES deadline ON DELETE CASCADE,
    step        text        NOT NULL,
    due_on      date        NOT NULL,
    holder      text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (deadline_id, step, due_on, holder)
);
CREATE INDEX deadline_notice_by_holder ON deadline_notice (holder, at);
