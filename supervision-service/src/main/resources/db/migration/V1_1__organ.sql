-- Organs and departments. What can change with a reform stands in organ_period, by date;
-- the period on a day is the latest that began on or before it.
CREATE TABLE organ (
    id             uuid        PRIMARY KEY,
    code           text        NOT NULL UNIQUE,
    kind           text        NOT NULL CHECK (kind IN ('CONGRESS_BODY', 'GOVERNMENT', 'SUPERVISORY_COMMISSION',
                                                        'COURT', 'PROCURATORATE', 'DEPARTMENT', 'ZONE', 'ENTERPRISE')),
    established_on date        NOT NULL,
    abolished_on   date        CHECK (abolished_on > established_on),
    successor_id   uuid        REFERENCES organ,
    sample         boolean     NOT NULL DEFAULT false,
    version        bigint      NOT NULL DEFAULT 1,
    modified_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX organ_by_change ON organ (modified_at, id);

CREATE TABLE organ_period (
    organ_id       uuid NOT NULL REFERENCES organ,
    effective_from date NOT NULL,
    name           text NOT NULL,
    area           text NOT NULL,
    parent_id      uuid REFERENCES organ,
    basis          text NOT NULL,
    search         tsvector NOT NULL,
    PRIMARY KEY (organ_id, effective_from)
);
CREATE INDEX organ_period_search ON organ_period USING gin (search);
CREATE INDEX organ_period_parent ON organ_period (parent_id);

-- Who supervises whom, from a day on and until another.
CREATE TABLE supervision_link (
    supervisor_id  uuid NOT NULL REFERENCES organ,
    supervised_id  uuid NOT NULL REFERENCES organ,
    effective_from date NOT NULL,
    effective_to   date CHECK (effective_to > effective_from),
    basis          text NOT NULL,
    PRIMARY KEY (supervisor_id, supervised_id, effective_from),
    CHECK (supervisor_id <> supervised_id)
);
CREATE INDEX supervision_link_supervised ON supervision_link (supervised_id);
