-- The last number given under a prefix and year: JY-2022-0417.
CREATE TABLE case_code (
    prefix text    NOT NULL,
    year   integer NOT NULL,
    last   bigint  NOT NULL,
    PRIMARY KEY (prefix, year)
);

-- The timeline: position n is the step that led to version n. What was sent stands in said, or sealed in said_sealed.
CREATE TABLE case_step (
    kind        text        NOT NULL,
    case_id     uuid        NOT NULL,
    position    bigint      NOT NULL,
    step        text        NOT NULL,
    from_state  text        NOT NULL,
    to_state    text        NOT NULL,
    on_date     date        NOT NULL,
    taken_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    taken_by    text        NOT NULL,
    actor       text        NOT NULL,
    rules       text[]      NOT NULL,
    rule_set    text        NOT NULL,
    late        text[]      NOT NULL,
    said        jsonb,
    said_sealed bytea,
    PRIMARY KEY (kind, case_id, position)
);
CREATE INDEX case_step_by_time ON case_step (taken_at DESC, case_id);

-- Whose business a case is, and which steps of theirs it waits for.
CREATE TABLE case_party (
    kind    text   NOT NULL,
    case_id uuid   NOT NULL,
    holder  text   NOT NULL,
    awaited text[] NOT NULL,
    since   date   NOT NULL,
    PRIMARY KEY (kind, case_id, holder)
);
CREATE INDEX case_party_waiting ON case_party (holder, since, case_id) WHERE awaited <> '{}';
CREATE INDEX case_party_by_holder ON case_party (holder, case_id);
