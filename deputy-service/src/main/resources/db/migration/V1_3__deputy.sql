-- Seats: one person in one congress, elected by one unit. What may be known to everyone stands here; what may not,
-- sealed, in deputy_private.
CREATE TABLE deputy (
    id           uuid        PRIMARY KEY,
    congress_id  uuid        NOT NULL REFERENCES congress,
    unit_id      uuid        NOT NULL REFERENCES electing_unit,
    person       text        NOT NULL,
    name         text        NOT NULL,
    sex          text        NOT NULL CHECK (sex IN ('MALE', 'FEMALE')),
    field        text        NOT NULL DEFAULT '',
    deputy_group text        NOT NULL DEFAULT '',
    state        text        NOT NULL CHECK (state IN ('ELECTED', 'CREDENTIALS_OK', 'VOID', 'ACTIVE', 'SUSPENDED',
                                                       'RESIGN_REQUESTED', 'RESIGNED', 'RECALLED', 'TERMINATED',
                                                       'ANNOUNCED', 'VACANT', 'BY_ELECTION')),
    state_since  date        NOT NULL,
    elected_on   date        NOT NULL,
    by_election  boolean     NOT NULL DEFAULT false,
    account      text        NOT NULL DEFAULT '',
    sample       boolean     NOT NULL DEFAULT false,
    search       tsvector    NOT NULL,
    version      bigint      NOT NULL DEFAULT 1,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (congress_id, person)
);
CREATE INDEX deputy_by_name ON deputy (name, id);
CREATE INDEX deputy_by_election ON deputy (elected_on, id);
CREATE INDEX deputy_by_change ON deputy (modified_at, id);
CREATE INDEX deputy_by_person ON deputy (person);
CREATE INDEX deputy_by_unit ON deputy (unit_id);
CREATE INDEX deputy_search ON deputy USING gin (search);

CREATE TABLE deputy_private (
    deputy_id  uuid  PRIMARY KEY REFERENCES deputy,
    phone      bytea,
    id_number  bytea,
    birth_date bytea,
    digest     text  NOT NULL
);

CREATE TABLE deputy_step (
    deputy_id  uuid        NOT NULL REFERENCES deputy,
    position   bigint      NOT NULL,
    action     text        NOT NULL,
    from_state text        NOT NULL,
    to_state   text        NOT NULL,
    on_date    date        NOT NULL,
    taken_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    taken_by   text        NOT NULL,
    rule       text        NOT NULL,
    facts      jsonb       NOT NULL,
    PRIMARY KEY (deputy_id, position)
);
