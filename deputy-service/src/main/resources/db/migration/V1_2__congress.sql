-- Congresses (一届人民代表大会): one area's congress of one number. term is the city's term of the same general election.
CREATE TABLE congress (
    id               uuid        PRIMARY KEY,
    code             text        NOT NULL UNIQUE,
    area             text        NOT NULL REFERENCES area (code),
    level            text        NOT NULL CHECK (level IN ('CITY', 'COUNTY', 'TOWN')),
    number           integer     NOT NULL CHECK (number > 0),
    term             integer     NOT NULL CHECK (term > 0),
    name             text        NOT NULL,
    elected_on       date        NOT NULL,
    first_session_on date        CHECK (first_session_on >= elected_on),
    next_session_on  date        CHECK (next_session_on > first_session_on),
    sample           boolean     NOT NULL DEFAULT false,
    version          bigint      NOT NULL DEFAULT 1,
    modified_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (area, number)
);
CREATE INDEX congress_by_election ON congress (level, area, elected_on DESC);
CREATE INDEX congress_by_change ON congress (modified_at, id);

-- Who elects: lower congresses and the army unit for a city's congress (选举单位), districts of voters (选区) below.
CREATE TABLE electing_unit (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    congress_area text        NOT NULL REFERENCES area (code),
    kind          text        NOT NULL CHECK (kind IN ('CONGRESS', 'ARMY', 'DISTRICT')),
    name          text        NOT NULL,
    area          text        REFERENCES area (code),
    sample        boolean     NOT NULL DEFAULT false,
    version       bigint      NOT NULL DEFAULT 1,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX electing_unit_by_congress ON electing_unit (congress_area, code);
CREATE INDEX electing_unit_by_change ON electing_unit (modified_at, id);
