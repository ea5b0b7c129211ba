-- Who did what. Entries are written in the transaction of the change, named in audit_unsealed there, and chained after the
-- commit. Entry and chain take no change and no removal.
CREATE TABLE audit_entry (
    id             uuid        PRIMARY KEY DEFAULT uuidv7(),
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    caller         text        NOT NULL,
    caller_name    text        NOT NULL,
    method         text        NOT NULL,
    path           text        NOT NULL,
    subject        text        NOT NULL,
    version        bigint,
    status         integer     NOT NULL,
    address        text        NOT NULL,
    correlation_id text        NOT NULL
);
CREATE INDEX audit_entry_by_time ON audit_entry (at, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id);
CREATE INDEX audit_entry_by_caller ON audit_entry (caller, id);

CREATE TABLE audit_unsealed (
    seq   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry uuid   NOT NULL
);

CREATE TABLE audit_chain (
    position bigint PRIMARY KEY,
    entry    uuid   NOT NULL UNIQUE,
    previous bytea  NOT NULL,
    hash     bytea  NOT NULL
);

CREATE TABLE audit_head (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint  NOT NULL,
    hash     bytea   NOT NULL
);
INSERT INTO audit_head (position, hash) VALUES (0, '\x');

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail takes no % on %', lower(TG_OP), TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_chain_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
