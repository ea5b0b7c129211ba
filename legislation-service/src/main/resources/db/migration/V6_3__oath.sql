-- Ceremonies of the oath (宪法宣誓仪式), and what each person did at one.
CREATE TABLE oath_ceremony (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    organiser    text        NOT NULL CHECK (organiser IN ('COUNCIL', 'PRESIDIUM', 'COURT', 'PROCURATORATE')),
    held_on      date        NOT NULL,
    place        text        NOT NULL,
    form         text        NOT NULL CHECK (form IN ('SINGLE', 'GROUP')),
    leader       uuid,
    text_version text        NOT NULL,
    anthem       boolean     NOT NULL DEFAULT false,
    emblem       boolean     NOT NULL DEFAULT false,
    formal_dress boolean     NOT NULL DEFAULT false,
    constitution boolean     NOT NULL DEFAULT false,
    note         text        NOT NULL DEFAULT '',
    sample       boolean     NOT NULL DEFAULT false,
    version      bigint      NOT NULL DEFAULT 1,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX oath_ceremony_by_day ON oath_ceremony (held_on DESC, id DESC);
CREATE INDEX oath_ceremony_by_change ON oath_ceremony (modified_at, id);

CREATE TABLE oath (
    id          uuid        PRIMARY KEY,
    ceremony    uuid        NOT NULL REFERENCES oath_ceremony,
    appointment uuid        NOT NULL REFERENCES appointment,
    code        text        NOT NULL,
    person      text        NOT NULL,
    name        text        NOT NULL,
    title       text        NOT NULL,
    organ       text        NOT NULL,
    organ_class text        NOT NULL,
    result      text        NOT NULL CHECK (result IN ('INVITED', 'SWORN', 'MISSED')),
    held_on     date        NOT NULL,
    organiser   text        NOT NULL,
    sample      boolean     NOT NULL DEFAULT false,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (ceremony, appointment)
);
-- One oath for one appointment.
CREATE UNIQUE INDEX oath_once ON oath (appointment) WHERE result = 'SWORN';
CREATE INDEX oath_by_day ON oath (held_on DESC, id DESC);
CREATE INDEX oath_by_ceremony ON oath (ceremony);
CREATE INDEX oath_by_person ON oath (person, held_on DESC, id DESC);
CREATE INDEX oath_by_change ON oath (modified_at, id);
CREATE INDEX oath_search ON oath USING gin (search);
