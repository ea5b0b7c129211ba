-- Letters, visits, web entries, calls and faxes (件次), each of one matter. What was said is encrypted in content;
-- persons and slip are keyed digests.
CREATE TABLE petition_receipt (
    id          uuid        PRIMARY KEY,
    number      text        NOT NULL UNIQUE,
    petition_id uuid        NOT NULL REFERENCES petition,
    channel     text        NOT NULL CHECK (channel IN ('NETWORK', 'LETTER', 'PHONE', 'FAX', 'VISIT')),
    received_on date        NOT NULL,
    received_by text        NOT NULL,
    area        text        NOT NULL,
    persons     integer     NOT NULL CHECK (persons > 0),
    identities  text[]      NOT NULL,
    account     text        NOT NULL,
    slip        text        UNIQUE,
    slip_used   boolean     NOT NULL DEFAULT false,
    sample      boolean     NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     bytea       NOT NULL
);
CREATE INDEX petition_receipt_by_day ON petition_receipt (received_on, id);
CREATE INDEX petition_receipt_by_petition ON petition_receipt (petition_id, received_on, id);
CREATE INDEX petition_receipt_by_account ON petition_receipt (account, received_on, id) WHERE account <> '';
CREATE INDEX petition_receipt_by_change ON petition_receipt (modified_at, id);
CREATE INDEX petition_receipt_identities ON petition_receipt USING gin (identities);

-- Look-ups with a wrong key, by a digest of the account, so that nobody can try for long.
CREATE TABLE petition_claim_failure (
    account text        NOT NULL,
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX petition_claim_failure_by_account ON petition_claim_failure (account, at);
