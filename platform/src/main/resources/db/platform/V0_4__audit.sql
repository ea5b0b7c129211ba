CREATE TABLE audit_entry (
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq            bigint      GENERATED ALWAYS AS IDENTITY,
    id             uuid        NOT NULL DEFAULT uuidv7() UNIQUE,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    caller         text        NOT NULL,
    caller_name    text        NOT NULL,
    method         text        NOT NULL,
    path           text        NOT NULL,
    subject        text        NOT NULL,
    version        bigint,
    status         integer     NOT NULL,
    address        text        NOT NULL,
    correlation_id text        NOT NULL,
    PRIMARY KEY (xid, seq)
);
