-- Matters that people bring (信访事项). What they say is encrypted in content; the columns beside it are what lists
-- filter by. Whom a matter accuses stands only as keyed digests (withheld), so that not even this table tells.
CREATE TABLE petition (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('REGISTERED', 'DIVERTED', 'TRANSFERRED', 'ASSIGNED', 'OBJECTED',
                                                        'NOT_ACCEPTED', 'ACCEPTED', 'RETURNED', 'ANSWERED',
                                                        'REEXAM_REQUESTED', 'REEXAMINED', 'REVIEW_REQUESTED',
                                                        'REVIEWED', 'FINAL', 'CLOSED', 'GUIDED')),
    state_since   date        NOT NULL,
    version       bigint      NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    content       bytea       NOT NULL,
    sample        boolean     NOT NULL,
    received_on   date        NOT NULL,
    channel       text        NOT NULL,
    area          text        NOT NULL,
    category      text        CHECK (category IN ('SUGGESTION', 'ACCUSATION', 'CLAIM')),
    route         text,
    handler       text,
    dealing       text[]      NOT NULL,
    accounts      text[]      NOT NULL,
    withheld      text[]      NOT NULL,
    supervised_on date,
    search        tsvector    NOT NULL
);
CREATE INDEX petition_by_day ON petition (received_on, id);
CREATE INDEX petition_by_state ON petition (state, received_on, id);
CREATE INDEX petition_by_handler ON petition (handler, received_on, id);
CREATE INDEX petition_by_change ON petition (modified_at, id);
CREATE INDEX petition_dealing ON petition USING gin (dealing);
CREATE INDEX petition_accounts ON petition USING gin (accounts);
CREATE INDEX petition_search ON petition USING gin (search);
CREATE INDEX petition_supervised ON petition (supervised_on) WHERE supervised_on IS NOT NULL;
