-- Who decides (组成人员、代表): one row for each person, body and time in office. account is the subject of the person's tokens.
CREATE TABLE member (
    id          uuid        PRIMARY KEY,
    body        text        NOT NULL CHECK (body IN ('STANDING_COMMITTEE', 'CONGRESS')),
    term        integer     NOT NULL,
    name        text        NOT NULL,
    account     text        NOT NULL DEFAULT '',
    post        text        NOT NULL CHECK (post IN ('CHAIR', 'VICE_CHAIR', 'SECRETARY_GENERAL', 'MEMBER', 'DEPUTY')),
    delegation  text        NOT NULL DEFAULT '',
    since       date        NOT NULL,
    until       date,
    sample      boolean     NOT NULL DEFAULT false,
    version     bigint      NOT NULL DEFAULT 1,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (until IS NULL OR until > since)
);
CREATE INDEX member_by_body ON member (body, since, until);
CREATE UNIQUE INDEX member_by_account ON member (body, account, term) WHERE account <> '' AND until IS NULL;
CREATE INDEX member_by_change ON member (modified_at, id);
