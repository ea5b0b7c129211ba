-- Review requests (审查要求、审查建议). content is the whole case, encrypted; account is a keyed digest of who asked, by which
-- people find their own; reviewed says whether committees may read what is asked.
CREATE TABLE review_request (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('RECEIVED', 'INCOMPLETE', 'REGISTERED', 'TRANSFERRED', 'NOT_STARTED',
                                                      'IN_REVIEW', 'REPLIED', 'REOPENED')),
    state_since date        NOT NULL,
    version     bigint      NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('DEMAND', 'SUGGESTION')),
    filing_id   uuid        REFERENCES filing DEFERRABLE INITIALLY DEFERRED,
    account     text        NOT NULL,
    reviewed    boolean     NOT NULL,
    received_on date        NOT NULL,
    sample      boolean     NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     bytea       NOT NULL
);
CREATE INDEX review_request_by_state ON review_request (state, code);
CREATE INDEX review_request_by_account ON review_request (account, code);
CREATE INDEX review_request_by_filing ON review_request (filing_id) WHERE filing_id IS NOT NULL;
CREATE INDEX review_request_by_receipt ON review_request (received_on);
CREATE INDEX review_request_by_change ON review_request (modified_at, id);
