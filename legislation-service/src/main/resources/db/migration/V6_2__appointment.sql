-- Appointments and dismissals (任免), one act upon one person a row. content, encrypted, is the whole case with the personnel
-- file; the other columns are what lists filter by. counted: whether it is one of the 任免人次, and under which heading.
CREATE TABLE appointment (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'FILED', 'CHECKED', 'EXAM_FAILED', 'EXAM_PASSED', 'TABLED',
                                                       'INTRODUCED', 'DELIBERATED', 'NOT_PUT', 'WITHDRAWN',
                                                       'NOT_APPROVED', 'APPROVAL_NEEDED', 'APPROVAL_REFUSED',
                                                       'APPOINTED', 'DISMISSED', 'ANNOUNCED', 'CERTIFIED',
                                                       'OATH_MISSED', 'IN_OFFICE', 'COMPLETED', 'ENDED')),
    state_since  date        NOT NULL,
    version      bigint      NOT NULL,
    act          text        NOT NULL CHECK (act IN ('APPOINT', 'DISMISS', 'APPROVE', 'APPROVE_DISMISSAL', 'ACTING',
                                                     'RESIGNATION', 'REMOVE', 'ELECT')),
    counted      text        NOT NULL CHECK (counted IN ('', 'APPOINT', 'DISMISS', 'APPROVE')),
    term         integer     NOT NULL,
    person       text        NOT NULL,
    post         uuid        NOT NULL REFERENCES post,
    post_code    text        NOT NULL,
    kind         text        NOT NULL,
    organ        text        NOT NULL,
    organ_class  text        NOT NULL,
    slate        uuid,
    meeting      uuid,
    passed_on    date,
    announced_on date,
    sworn_on     date,
    examined     boolean     NOT NULL,
    failed_on    text[]      NOT NULL,
    viewers      text[]      NOT NULL,
    open_to_all  boolean     NOT NULL,
    sample       boolean     NOT NULL,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    content      bytea       NOT NULL
);
CREATE INDEX appointment_by_state_change ON appointment (state_since DESC, id DESC);
CREATE INDEX appointment_by_state ON appointment (state, code);
CREATE INDEX appointment_by_change ON appointment (modified_at, id);
CREATE INDEX appointment_by_day ON appointment (passed_on DESC, id DESC) WHERE passed_on IS NOT NULL;
CREATE INDEX appointment_by_person ON appointment (person, term);
CREATE INDEX appointment_by_post ON appointment (post, state);
CREATE INDEX appointment_by_organ ON appointment (organ, state_since DESC, id DESC);
CREATE INDEX appointment_by_slate ON appointment (slate) WHERE slate IS NOT NULL;
CREATE INDEX appointment_by_meeting ON appointment (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX appointment_by_viewer ON appointment USING gin (viewers);
CREATE INDEX appointment_search ON appointment USING gin (search);

-- Lists that are voted on together (合并表决名单); which cases are on one stands in appointment.slate.
CREATE TABLE appointment_slate (
    id        uuid        PRIMARY KEY,
    code      text        NOT NULL UNIQUE,
    act       text        NOT NULL,
    title     text        NOT NULL,
    consulted text        NOT NULL,
    made_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
