CREATE TABLE errand (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'GIVEN', 'DONE', 'DROPPED')),
    state_since date        NOT NULL,
    version     bigint      NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content     jsonb       NOT NULL,
    matter      text        NOT NULL,
    organs      text[]      NOT NULL
);
