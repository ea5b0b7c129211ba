-- Meetings of the congress and its standing committee (会议). A row is a case; content is the whole of it, the other columns
-- are written from it for lists. members and present are those of its opening (全体组成人员、出席). attended are the seats of
-- deputies who came without a vote (列席代表).
CREATE TABLE meeting (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PLANNED', 'AGENDA_DRAFT', 'NOTIFIED', 'CHECK_IN', 'NO_QUORUM',
                                                      'OPEN', 'CLOSED', 'PUBLISHED', 'CANCELLED')),
    state_since date        NOT NULL,
    version     bigint      NOT NULL,
    body        text        NOT NULL CHECK (body IN ('STANDING_COMMITTEE', 'CONGRESS')),
    term        integer     NOT NULL,
    number      integer     NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('REGULAR', 'SPECIAL')),
    from_on     date        NOT NULL,
    to_on       date        NOT NULL,
    opened_on   date,
    closed_on   date,
    members     integer,
    present     integer,
    attended    text[]      NOT NULL,
    subjects    text[]      NOT NULL,
    open_to_all boolean     NOT NULL,
    sample      boolean     NOT NULL,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     jsonb       NOT NULL
);
CREATE UNIQUE INDEX meeting_by_code ON meeting (code) WHERE state <> 'CANCELLED';
CREATE INDEX meeting_by_day ON meeting (from_on DESC, id DESC);
CREATE INDEX meeting_by_number ON meeting (term, body, number, id);
CREATE INDEX meeting_by_state ON meeting (state, from_on);
CREATE INDEX meeting_by_end ON meeting (body, closed_on DESC) WHERE closed_on IS NOT NULL;
CREATE INDEX meeting_by_change ON meeting (modified_at, id);
CREATE INDEX meeting_by_subject ON meeting USING gin (subjects);
CREATE INDEX meeting_search ON meeting USING gin (search);

-- Who is on the roll of a meeting and who has signed in (签到), each time presence is established: round 1 when members
-- arrive, one more for each later call. A sign-in changes the row of one member and no other row, so that many sign in
-- at once; that is also why there is no foreign key, whose lock all of them would take on the same meeting.
CREATE TABLE meeting_presence (
    meeting_id uuid        NOT NULL,
    round      integer     NOT NULL,
    member_id  uuid        NOT NULL,
    name       text        NOT NULL,
    delegation text        NOT NULL,
    signed_at  timestamptz,
    signed_by  text        CHECK (signed_by IN ('SELF', 'OFFICE')),
    remote     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (meeting_id, round, member_id),
    CHECK ((signed_at IS NULL) = (signed_by IS NULL))
);
CREATE INDEX meeting_presence_by_member ON meeting_presence (member_id, meeting_id);

-- Leave asked for (请假). The reasons are for those who decide and for the member alone.
CREATE TABLE meeting_leave (
    id           uuid        PRIMARY KEY,
    meeting_id   uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    name         text        NOT NULL,
    reason       text        NOT NULL,
    requested_on date        NOT NULL,
    decision     text        CHECK (decision IN ('GRANTED', 'REFUSED')),
    decided_on   date,
    decided_by   text        NOT NULL DEFAULT '',
    note         text        NOT NULL DEFAULT '',
    version      bigint      NOT NULL DEFAULT 1,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (meeting_id, member_id),
    CHECK ((decision IS NULL) = (decided_on IS NULL))
);
CREATE INDEX meeting_leave_by_member ON meeting_leave (member_id, meeting_id);

-- What members said at a meeting (发言): drafted by the office, confirmed by the speaker, or withheld.
CREATE TABLE meeting_speech (
    id          uuid        PRIMARY KEY,
    meeting_id  uuid        NOT NULL,
    item_id     uuid,
    member_id   uuid,
    speaker     text        NOT NULL,
    organ       text        NOT NULL DEFAULT '',
    said_on     date        NOT NULL,
    form        text        NOT NULL CHECK (form IN ('PLENARY', 'GROUP', 'JOINT')),
    minutes     integer     CHECK (minutes > 0),
    text        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('DRAFT', 'CONFIRMED', 'WITHHELD')),
    note        text        NOT NULL DEFAULT '',
    version     bigint      NOT NULL DEFAULT 1,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX meeting_speech_by_meeting ON meeting_speech (meeting_id, said_on, id);
CREATE INDEX meeting_speech_by_item ON meeting_speech (item_id, id) WHERE item_id IS NOT NULL;
CREATE INDEX meeting_speech_by_member ON meeting_speech (member_id, id) WHERE member_id IS NOT NULL;
CREATE INDEX meeting_speech_by_day ON meeting_speech (said_on DESC, id DESC);
CREATE INDEX meeting_speech_by_change ON meeting_speech (modified_at, id);
CREATE INDEX meeting_speech_search ON meeting_speech USING gin (search);
