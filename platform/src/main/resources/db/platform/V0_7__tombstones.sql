-- What is left of removed records, for clients that mirror a list.
CREATE TABLE tombstone (
    resource   text        NOT NULL,
    id         text        NOT NULL,
    removed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (resource, id)
);
CREATE INDEX tombstone_by_time ON tombstone (resource, removed_at, id);
