-- Documents outside the register that refer to regulations in it (normative documents that are filed), so that the list of
-- what a change touches has them too. The feature that keeps them writes these rows.
CREATE TABLE referring_document (
    id           uuid        PRIMARY KEY,
    title        text        NOT NULL,
    kind         text        NOT NULL,
    level        text        NOT NULL,
    href         text        NOT NULL,
    effective_on date        NOT NULL,
    until        date        NOT NULL DEFAULT '9999-12-31',
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE referring_place (
    document_id uuid    NOT NULL REFERENCES referring_document,
    position    integer NOT NULL,
    title_key   text    NOT NULL,
    target      text    NOT NULL,
    from_node   text    NOT NULL,
    from_label  text    NOT NULL,
    words       text    NOT NULL,
    PRIMARY KEY (document_id, position)
);
CREATE INDEX referring_place_title ON referring_place (title_key);
