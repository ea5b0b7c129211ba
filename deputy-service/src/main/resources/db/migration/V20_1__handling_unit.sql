-- A copy of the organs that supervision registers, written from its feed: those that suggestions can be given to.
CREATE TABLE handling_unit (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    kind         text        NOT NULL,
    name         text        NOT NULL,
    area         text        NOT NULL,
    abolished_on date,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX handling_unit_by_name ON handling_unit (name, id);
CREATE INDEX handling_unit_by_change ON handling_unit (modified_at, id);
CREATE INDEX handling_unit_search ON handling_unit USING gin (search);
