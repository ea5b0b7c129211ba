-- Attachments: what is known of each upload. The bytes are in the store, once for each hash.
CREATE TABLE file (
    id          uuid        PRIMARY KEY,
    sha256      text        NOT NULL,
    size        bigint      NOT NULL,
    name        text        NOT NULL,
    media_type  text        NOT NULL,
    visibility  text        NOT NULL,
    roles       text[]      NOT NULL,
    uploader    text        NOT NULL,
    uploaded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX file_by_hash ON file (sha256);

-- What a file belongs to: regulation/018f…; one file may belong to many.
CREATE TABLE file_link (
    subject   text        NOT NULL,
    file_id   uuid        NOT NULL REFERENCES file,
    linked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, file_id)
);
CREATE INDEX file_link_by_file ON file_link (file_id);
