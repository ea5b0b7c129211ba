-- A regulation is the work; what happened to it are its versions; an act is the decision behind one or several versions.
CREATE TABLE regulation (
    id           uuid        PRIMARY KEY,
    title        text        NOT NULL,
    title_key    text        NOT NULL,
    jurisdiction text        NOT NULL,
    level        text        NOT NULL,
    kind         text        NOT NULL,
    sample       boolean     NOT NULL DEFAULT false,
    search       tsvector    NOT NULL,
    version      bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (title_key, jurisdiction)
);
CREATE INDEX regulation_modified ON regulation (modified_at, id);
CREATE INDEX regulation_title ON regulation (title, id);
CREATE INDEX regulation_search ON regulation USING gin (search);

CREATE TABLE legal_act (
    id             uuid        PRIMARY KEY,
    act_key        text        NOT NULL UNIQUE,
    title          text        NOT NULL,
    jurisdiction   text        NOT NULL,
    level          text        NOT NULL,
    decided_on     date        NOT NULL,
    adopted_on     date,
    adopted_by     text        NOT NULL DEFAULT '',
    meeting        text        NOT NULL DEFAULT '',
    approved_on    date,
    approved_by    text        NOT NULL DEFAULT '',
    packaged       boolean     NOT NULL DEFAULT false,
    sample         boolean     NOT NULL DEFAULT false,
    modified_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX legal_act_modified ON legal_act (modified_at, id);
CREATE INDEX legal_act_decided ON legal_act (decided_on, id);

-- What one act did to one regulation. Nothing here says what is in force: that is asked for a day.
-- effective_on: 0001-01-01 where no day is known, 9999-12-31 while an approval is missing.
CREATE TABLE regulation_version (
    id               uuid        PRIMARY KEY,
    regulation_id    uuid        NOT NULL REFERENCES regulation,
    act_id           uuid        NOT NULL REFERENCES legal_act,
    version_key      text        NOT NULL,
    kind             text        NOT NULL,
    ordinal          integer     NOT NULL DEFAULT 0,
    position         integer     NOT NULL,
    adopted_on       date,
    adopted_by       text        NOT NULL DEFAULT '',
    meeting          text        NOT NULL DEFAULT '',
    approved_on      date,
    approved_by      text        NOT NULL DEFAULT '',
    promulgated_on   date,
    published_on     date,
    effective_on     date        NOT NULL,
    effective_source text        NOT NULL,
    until            date        NOT NULL DEFAULT '9999-12-31',
    decision         text        NOT NULL DEFAULT '',
    packaged         boolean     NOT NULL DEFAULT false,
    reason           text        NOT NULL DEFAULT '',
    version          bigint      NOT NULL DEFAULT 1,
    modified_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (regulation_id, version_key)
);
CREATE INDEX regulation_version_effective ON regulation_version (regulation_id, effective_on DESC, position DESC);
CREATE INDEX regulation_version_act ON regulation_version (act_id);
CREATE INDEX regulation_version_modified ON regulation_version (modified_at, id);
CREATE INDEX regulation_version_adopted ON regulation_version (kind, adopted_on);

-- Texts are never overwritten: a correction is a new entry, and the old one stays readable.
CREATE TABLE regulation_text (
    id            uuid        PRIMARY KEY,
    regulation_id uuid        NOT NULL REFERENCES regulation,
    version_id    uuid        NOT NULL REFERENCES regulation_version,
    current       boolean     NOT NULL DEFAULT true,
    sha256        text        NOT NULL,
    file_name     text        NOT NULL,
    file_date     date,
    raw           bytea       NOT NULL,
    structure     text        NOT NULL,
    links         text        NOT NULL,
    articles      integer     NOT NULL,
    chapters      integer     NOT NULL,
    warnings      integer     NOT NULL,
    reason        text        NOT NULL DEFAULT '',
    entered_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX regulation_text_current ON regulation_text (version_id) WHERE current;
CREATE INDEX regulation_text_version ON regulation_text (version_id, entered_at);
CREATE INDEX regulation_text_sha256 ON regulation_text (sha256);

-- The pieces that are searched: the articles of current texts, or the paragraphs of texts without articles.
CREATE TABLE article (
    text_id       uuid     NOT NULL REFERENCES regulation_text,
    position      integer  NOT NULL,
    regulation_id uuid     NOT NULL,
    version_id    uuid     NOT NULL,
    node_id       text     NOT NULL,
    label         text     NOT NULL,
    path          text     NOT NULL,
    words         text     NOT NULL,
    search        tsvector NOT NULL,
    PRIMARY KEY (text_id, position)
);
CREATE INDEX article_search ON article USING gin (search) WITH (fastupdate = on, gin_pending_list_limit = 16384);

-- Where a current text refers to another text, by title; the title need not be in the register.
CREATE TABLE regulation_reference (
    text_id       uuid    NOT NULL REFERENCES regulation_text,
    position      integer NOT NULL,
    regulation_id uuid    NOT NULL,
    version_id    uuid    NOT NULL,
    title_key     text    NOT NULL,
    from_node     text    NOT NULL,
    from_label    text    NOT NULL,
    target        text    NOT NULL,
    words         text    NOT NULL,
    PRIMARY KEY (text_id, position)
);
CREATE INDEX regulation_reference_title ON regulation_reference (title_key);

-- What was wrong in the register, and why it was put right.
CREATE TABLE regulation_correction (
    id            uuid        PRIMARY KEY,
    regulation_id uuid        NOT NULL REFERENCES regulation,
    version_id    uuid        NOT NULL REFERENCES regulation_version,
    reason        text        NOT NULL,
    before        jsonb       NOT NULL,
    corrected_by  text        NOT NULL,
    corrected_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX regulation_correction_version ON regulation_correction (version_id, corrected_at);
