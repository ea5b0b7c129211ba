-- Normative documents filed for review (规范性文件备案审查). A row is a case; content is the whole of it, the other columns are
-- written from it for lists. public_state is what the public is told; viewers are the holders who may read what is not
-- registered yet, and the true state.
CREATE TABLE filing (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('ISSUED', 'OVERDUE_FILING', 'FILED', 'FORMAL_CHECK', 'SUPPLEMENT',
                                                        'NOT_ACCEPTED', 'TRANSFERRED', 'REGISTERED', 'IN_REVIEW', 'EXTENDED',
                                                        'CONSULTING_ORGAN', 'SUSPENDED', 'OPINION_SENT', 'ORGAN_ANSWERED',
                                                        'TO_CHAIRS', 'CHAIRS_DECIDED', 'ANNUL_MOTION', 'NO_PROBLEM',
                                                        'CORRECTED', 'ANNULLED', 'NOT_ANNULLED', 'CLOSED')),
    state_since   date        NOT NULL,
    version       bigint      NOT NULL,
    maker         text        NOT NULL,
    source        text        NOT NULL,
    title         text        NOT NULL,
    number_key    text        NOT NULL,
    issued_on     date        NOT NULL,
    due_on        date        NOT NULL,
    filed_on      date,
    registered_on date,
    public_state  text        NOT NULL,
    modes         text[]      NOT NULL,
    viewers       text[]      NOT NULL,
    open_to_all   boolean     NOT NULL,
    result        text,
    found_on      date,
    reviewed_on   date,
    corrected_on  date,
    sample        boolean     NOT NULL,
    search        tsvector    NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    content       jsonb       NOT NULL
);
CREATE INDEX filing_by_state_change ON filing (state_since DESC, id DESC);
CREATE INDEX filing_by_state ON filing (state, code);
CREATE INDEX filing_by_issue ON filing (issued_on DESC, id DESC);
CREATE INDEX filing_by_registration ON filing (registered_on, reviewed_on);
CREATE INDEX filing_by_maker ON filing (maker, issued_on);
CREATE INDEX filing_by_change ON filing (modified_at, id);
CREATE INDEX filing_by_viewer ON filing USING gin (viewers);
CREATE INDEX filing_search ON filing USING gin (search);
-- A document is filed once; one that was not accepted or was transferred may come again.
CREATE UNIQUE INDEX filing_by_number ON filing (maker, number_key)
    WHERE number_key <> '' AND state NOT IN ('NOT_ACCEPTED', 'TRANSFERRED');

-- Yearly lists of what a maker has made, amended and repealed (年度文件目录), one for each maker and year.
CREATE TABLE filing_year_list (
    id           uuid        PRIMARY KEY,
    maker        text        NOT NULL,
    maker_name   text        NOT NULL,
    year         integer     NOT NULL,
    due_on       date        NOT NULL,
    submitted_on date        NOT NULL,
    late_reason  text        NOT NULL,
    sample       boolean     NOT NULL DEFAULT false,
    version      bigint      NOT NULL DEFAULT 1,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (maker, year)
);
CREATE INDEX filing_year_list_by_year ON filing_year_list (year DESC, id DESC);
CREATE INDEX filing_year_list_by_change ON filing_year_list (modified_at, id);

CREATE TABLE filing_year_entry (
    id         uuid    PRIMARY KEY,
    list_id    uuid    NOT NULL REFERENCES filing_year_list ON DELETE CASCADE,
    maker      text    NOT NULL,
    position   integer NOT NULL,
    act        text    NOT NULL,
    title      text    NOT NULL,
    number     text    NOT NULL,
    number_key text    NOT NULL,
    issued_on  date    NOT NULL,
    due_on     date    NOT NULL
);
CREATE INDEX filing_year_entry_by_list ON filing_year_entry (list_id, position);
CREATE INDEX filing_year_entry_by_issue ON filing_year_entry (issued_on, id);
CREATE INDEX filing_year_entry_by_number ON filing_year_entry (maker, number_key);

-- What should be on file (有件必备): the documents that are registered, and those known of whose time has passed without;
-- from a yearly list, or announced. A document in its formal check is neither yet.
CREATE VIEW filing_duty AS
SELECT filing.id, 'FILING' AS known_from, maker, source, title, content #>> '{document,number}' AS number, issued_on,
       due_on, filed_on, registered_on, state IN ('ISSUED', 'OVERDUE_FILING', 'SUPPLEMENT') AS missing
FROM filing
WHERE registered_on IS NOT NULL OR state IN ('ISSUED', 'OVERDUE_FILING', 'SUPPLEMENT')
UNION ALL
SELECT entry.id, 'YEAR_LIST', entry.maker, '', entry.title, entry.number, entry.issued_on, entry.due_on, NULL, NULL, true
FROM filing_year_entry AS entry
WHERE NOT EXISTS (SELECT FROM filing
                  WHERE filing.maker = entry.maker AND filing.issued_on = entry.issued_on
                    AND (filing.title = entry.title OR entry.number_key <> '' AND filing.number_key = entry.number_key)
                    AND filing.state NOT IN ('NOT_ACCEPTED', 'TRANSFERRED'));
