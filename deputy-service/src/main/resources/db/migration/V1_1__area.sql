-- Areas (行政区划) by GB/T 2260 code. A zone the standard does not list has a code of the platform's own: the code of
-- the area around it, Z, and two digits. Names stand in area_period, by date: the latest that began on or before a day.
CREATE TABLE area (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL UNIQUE CHECK (code ~ '^[0-9]{6}([0-9]{3}|Z[0-9]{2})?$'),
    level       text        NOT NULL CHECK (level IN ('CITY', 'COUNTY', 'TOWNSHIP', 'ZONE')),
    parent      text        NOT NULL,
    sample      boolean     NOT NULL DEFAULT false,
    version     bigint      NOT NULL DEFAULT 1,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX area_by_parent ON area (parent, code);
CREATE INDEX area_by_change ON area (modified_at, id);

CREATE TABLE area_period (
    area_id        uuid     NOT NULL REFERENCES area,
    effective_from date     NOT NULL,
    name           text     NOT NULL,
    basis          text     NOT NULL,
    search         tsvector NOT NULL,
    PRIMARY KEY (area_id, effective_from)
);
CREATE INDEX area_period_search ON area_period USING gin (search);
