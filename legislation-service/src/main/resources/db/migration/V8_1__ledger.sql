-- Plain registers (台账). content is the line as its record says; what lists go by stands beside it.
-- day is the day a line stands for, until the first day it no longer holds, owner the line of another ledger it belongs to.
CREATE TABLE ledger_entry (
    id          uuid        PRIMARY KEY,
    ledger      text        NOT NULL,
    key         text        NOT NULL,
    day         date        NOT NULL,
    until       date,
    term        integer,
    owner       text,
    content     jsonb       NOT NULL,
    search      tsvector    NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (ledger, key)
);
CREATE INDEX ledger_entry_by_day ON ledger_entry (ledger, day, id);
CREATE INDEX ledger_entry_by_term ON ledger_entry (ledger, term, day, id);
CREATE INDEX ledger_entry_by_kind ON ledger_entry (ledger, (content ->> 'kind'), day, id);
CREATE INDEX ledger_entry_by_level ON ledger_entry (ledger, (content ->> 'level'), day, id);
CREATE INDEX ledger_entry_by_change ON ledger_entry (ledger, modified_at, id);
CREATE INDEX ledger_entry_by_owner ON ledger_entry (owner, day, id) WHERE owner IS NOT NULL;
CREATE INDEX ledger_entry_search ON ledger_entry USING gin (search);

-- Every version that an entry ever had. It outlives the entry: what is removed leaves the list, not the record.
CREATE TABLE ledger_version (
    entry_id    uuid        NOT NULL,
    version     bigint      NOT NULL,
    ledger      text        NOT NULL,
    content     jsonb       NOT NULL,
    removed     boolean     NOT NULL DEFAULT false,
    reason      text        NOT NULL DEFAULT '',
    caller      text        NOT NULL,
    caller_name text        NOT NULL,
    entered_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (entry_id, version)
);
