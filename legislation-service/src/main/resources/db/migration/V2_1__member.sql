-- Who decides (组成人员、代表): one row for each person, body and time in office. account is the subject of the person's tokens.
-- A deputy's id is that of the seat in the roster. number is what another system knows the person by; suspended deputies
-- (暂时停止执行代表职务) neither sign in nor count. incompatible is a post that a member of the standing committee may not
-- hold (地方组织法 第四十七条), noted until the member leaves one of the two.
CREATE TABLE member (
    id           uuid        PRIMARY KEY,
    body         text        NOT NULL CHECK (body IN ('STANDING_COMMITTEE', 'CONGRESS')),
    term         integer     NOT NULL,
    name         text        NOT NULL,
    number       text        NOT NULL DEFAULT '',
    account      text        NOT NULL DEFAULT '',
    post         text        NOT NULL CHECK (post IN ('CHAIR', 'VICE_CHAIR', 'SECRETARY_GENERAL', 'MEMBER', 'DEPUTY')),
    delegation   text        NOT NULL DEFAULT '',
    since        date        NOT NULL,
    until        date,
    suspended    boolean     NOT NULL DEFAULT false,
    incompatible text        NOT NULL DEFAULT '',
    sample       boolean     NOT NULL DEFAULT false,
    version      bigint      NOT NULL DEFAULT 1,
    search       tsvector    NOT NULL DEFAULT '',
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (until IS NULL OR until >= since)
);
CREATE INDEX member_by_body ON member (body, since, until);
CREATE INDEX member_by_name ON member (name, id);
CREATE INDEX member_by_term ON member (term, body, name);
CREATE INDEX member_by_since ON member (since DESC, id DESC);
CREATE INDEX member_by_subject ON member (account, body);
CREATE UNIQUE INDEX member_by_account ON member (body, account, term) WHERE account <> '' AND until IS NULL;
CREATE UNIQUE INDEX member_by_number ON member (body, term, number) WHERE number <> '';
CREATE INDEX member_by_change ON member (modified_at, id);
CREATE INDEX member_search ON member USING gin (search);

-- How many members the standing committee of a term has (常委会名额), fixed by the province for the whole term.
CREATE TABLE committee_size (
    term        integer     PRIMARY KEY,
    size        integer     NOT NULL CHECK (size > 0),
    basis       text        NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
