-- Consultations on drafts (征求意见). A row is a case; content is the whole of it.
CREATE TABLE consultation (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'EXTENDED', 'CLOSED', 'SUMMARISED', 'PUBLISHED')),
    state_since  date        NOT NULL,
    version      bigint      NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   uuid        NOT NULL,
    draft_id     uuid,
    title        text        NOT NULL,
    from_on      date        NOT NULL,
    until_on     date        NOT NULL,
    closed_on    date,
    term         integer     NOT NULL,
    shortened    boolean     NOT NULL,
    sample       boolean     NOT NULL,
    search       tsvector    NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    content      jsonb       NOT NULL
);
CREATE INDEX consultation_by_end ON consultation (until_on DESC, id DESC);
CREATE INDEX consultation_by_state ON consultation (state, until_on DESC, id DESC);
CREATE INDEX consultation_by_subject ON consultation (subject_kind, subject_id, from_on DESC, id DESC);
CREATE INDEX consultation_by_term ON consultation (term, closed_on);
CREATE INDEX consultation_by_change ON consultation (modified_at, id);
CREATE INDEX consultation_search ON consultation USING gin (search);

-- Where each article of the text commented on stands in a later draft; no article: it was removed.
CREATE TABLE consultation_carry (
    consultation_id uuid NOT NULL REFERENCES consultation,
    draft_id        uuid NOT NULL,
    article         text NOT NULL,
    label           text NOT NULL,
    to_article      text,
    to_label        text NOT NULL,
    status          text NOT NULL CHECK (status IN ('UNCHANGED', 'RENUMBERED', 'MOVED', 'CHANGED', 'REMOVED')),
    PRIMARY KEY (consultation_id, draft_id, article)
);
