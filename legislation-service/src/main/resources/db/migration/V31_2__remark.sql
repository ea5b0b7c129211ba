-- Important opinions and suggestions that members give at a meeting of the committee (重要意见和建议). A row is a case; content
-- is the whole of it, the other columns are written from it for lists.
CREATE TABLE remark (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('RAISED', 'FORWARDED', 'ANSWERED', 'DROPPED')),
    state_since date        NOT NULL,
    version     bigint      NOT NULL,
    meeting     uuid        NOT NULL,
    member      uuid        NOT NULL,
    organ       text        NOT NULL,
    raised_on   date        NOT NULL,
    viewers     text[]      NOT NULL,
    open_to_all boolean     NOT NULL,
    sample      boolean     NOT NULL,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     jsonb       NOT NULL
);
CREATE INDEX remark_by_day ON remark (raised_on DESC, id DESC);
CREATE INDEX remark_by_code ON remark (code, id);
CREATE INDEX remark_by_change ON remark (modified_at, id);
CREATE INDEX remark_by_meeting ON remark (meeting, raised_on DESC, id DESC);
CREATE INDEX remark_by_member ON remark (member, raised_on DESC, id DESC);
CREATE INDEX remark_by_viewer ON remark USING gin (viewers);
CREATE INDEX remark_search ON remark USING gin (search);
