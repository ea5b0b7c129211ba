-- A copy of the titles in the regulation register, written from its feed, to be cited here.
CREATE TABLE regulation_title (
    id           uuid        PRIMARY KEY,
    title        text        NOT NULL,
    status       text        NOT NULL,
    effective_on date,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX regulation_title_by_title ON regulation_title (title, id);
CREATE INDEX regulation_title_by_change ON regulation_title (modified_at, id);
CREATE INDEX regulation_title_search ON regulation_title USING gin (search);
