-- What became of each file of an import.
CREATE TABLE regulation_import_file (
    job_id        uuid    NOT NULL,
    position      integer NOT NULL,
    name          text    NOT NULL,
    outcome       text    NOT NULL,
    reason        text    NOT NULL DEFAULT '',
    regulation_id uuid,
    title         text    NOT NULL DEFAULT '',
    articles      integer NOT NULL DEFAULT 0,
    chapters      integer NOT NULL DEFAULT 0,
    acts          integer NOT NULL DEFAULT 0,
    warnings      text    NOT NULL DEFAULT '[]',
    PRIMARY KEY (job_id, position)
);
