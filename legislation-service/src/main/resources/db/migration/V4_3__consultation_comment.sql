-- Near-equal comments on one article, taken together. text is that of the comment that stands for the group; outcome is
-- what became of all whose outcome is not their own.
CREATE TABLE comment_group (
    id              uuid        PRIMARY KEY,
    consultation_id uuid        NOT NULL REFERENCES consultation,
    article         text        NOT NULL,
    label           text        NOT NULL,
    stands_for      uuid        NOT NULL,
    text            text        NOT NULL,
    comments        integer     NOT NULL,
    confirmed       boolean     NOT NULL DEFAULT false,
    outcome         text        CHECK (outcome IN ('ADOPTED', 'PARTLY', 'NOT_ADOPTED', 'STUDIED')),
    reason          text        NOT NULL DEFAULT '',
    changed_draft   uuid,
    changed_article text        NOT NULL DEFAULT '',
    changed_label   text        NOT NULL DEFAULT '',
    answered_on     date,
    version         bigint      NOT NULL DEFAULT 1,
    modified_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX comment_group_by_size ON comment_group (consultation_id, comments DESC, id DESC);
CREATE INDEX comment_group_by_article ON comment_group (consultation_id, article, comments DESC, id DESC);
CREATE INDEX comment_group_by_change ON comment_group (modified_at, id);

-- What near-equal texts have in common: a hash of some of their pairs of characters. Groups that share one are compared.
CREATE TABLE comment_band (
    consultation_id uuid   NOT NULL,
    article         text   NOT NULL,
    band            bigint NOT NULL,
    group_id        uuid   NOT NULL REFERENCES comment_group,
    PRIMARY KEY (consultation_id, article, band, group_id)
);

-- Comments (意见), one row an opinion. Nothing is ever deleted: what is suspect is held back, spam is marked with the
-- reason. author is encrypted; account, sender and receipt are keyed digests.
CREATE TABLE consultation_comment (
    id              uuid        PRIMARY KEY,
    consultation_id uuid        NOT NULL REFERENCES consultation,
    number          text        NOT NULL,
    draft_id        uuid,
    article         text        NOT NULL,
    label           text        NOT NULL,
    channel         text        NOT NULL CHECK (channel IN ('ONLINE', 'OFFLINE')),
    source          text        NOT NULL CHECK (source IN ('PUBLIC', 'CONTACT_POINT', 'EXPERT', 'DEPUTY', 'ORGAN',
                                                           'MEETING')),
    source_id       uuid,
    source_name     text        NOT NULL,
    meeting         integer,
    made_on         date        NOT NULL,
    text            text        NOT NULL,
    text_hash       text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('RECEIVED', 'SUSPECT', 'SPAM', 'DUPLICATE')),
    status_reason   text        NOT NULL DEFAULT '',
    duplicate_of    uuid        REFERENCES consultation_comment,
    consent         boolean     NOT NULL,
    released        boolean     NOT NULL DEFAULT false,
    group_id        uuid        REFERENCES comment_group,
    outcome         text        CHECK (outcome IN ('ADOPTED', 'PARTLY', 'NOT_ADOPTED', 'STUDIED')),
    own_outcome     boolean     NOT NULL DEFAULT false,
    reason          text        NOT NULL DEFAULT '',
    changed_draft   uuid,
    changed_article text        NOT NULL DEFAULT '',
    changed_label   text        NOT NULL DEFAULT '',
    answered_on     date,
    account         text        NOT NULL DEFAULT '',
    sender          text        NOT NULL DEFAULT '',
    receipt         text        NOT NULL UNIQUE,
    author          bytea,
    sample          boolean     NOT NULL DEFAULT false,
    search          tsvector    NOT NULL,
    version         bigint      NOT NULL DEFAULT 1,
    modified_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (consultation_id, number)
);
CREATE INDEX consultation_comment_by_day ON consultation_comment (made_on DESC, id DESC);
CREATE INDEX consultation_comment_of_one ON consultation_comment (consultation_id, made_on DESC, id DESC);
CREATE INDEX consultation_comment_by_article ON consultation_comment (consultation_id, article, made_on DESC, id DESC);
CREATE INDEX consultation_comment_by_group ON consultation_comment (group_id, made_on DESC, id DESC)
    WHERE group_id IS NOT NULL;
CREATE INDEX consultation_comment_waiting ON consultation_comment (consultation_id, status)
    WHERE status = 'SUSPECT' OR status = 'RECEIVED' AND outcome IS NULL;
CREATE INDEX consultation_comment_by_source ON consultation_comment (source_id, made_on DESC, id DESC)
    WHERE source_id IS NOT NULL;
CREATE INDEX consultation_comment_by_account ON consultation_comment (account, made_on DESC, id DESC) WHERE account <> '';
CREATE INDEX consultation_comment_by_sender ON consultation_comment (consultation_id, sender, text_hash)
    WHERE sender <> '';
CREATE INDEX consultation_comment_by_change ON consultation_comment (modified_at, id);
CREATE INDEX consultation_comment_search ON consultation_comment USING gin (search);

-- The last number given to a comment of each consultation.
CREATE TABLE consultation_number (
    consultation_id uuid    PRIMARY KEY REFERENCES consultation,
    last            integer NOT NULL
);
