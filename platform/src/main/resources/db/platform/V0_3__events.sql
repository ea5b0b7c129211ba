-- Events. A change writes its events into event_staged, in its own transaction. After the commit the sequencer moves them
-- into event and numbers them, so that position has no gaps, never changes, and grows in the order of commits per subject.
CREATE TABLE event_staged (
    seq         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL DEFAULT uuidv7(),
    type        text        NOT NULL,
    subject     text        NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    audience    text[],
    data        json        NOT NULL
);
ALTER TABLE event_staged SET (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);

CREATE TABLE event (
    position    bigint      PRIMARY KEY,
    event_id    uuid        NOT NULL UNIQUE,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    -- the roles that may read it; null: everyone
    audience    text[],
    data        json        NOT NULL
);
CREATE INDEX event_by_type ON event (type, position);

-- What was published, numbered or not yet.
CREATE VIEW outbox AS
SELECT event_id, type, subject, occurred_at, audience, data FROM event
UNION ALL
SELECT event_id, type, subject, occurred_at, audience, data FROM event_staged;

-- The last number given; its lock makes the sequencer one.
CREATE TABLE event_head (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    last bigint  NOT NULL
);
INSERT INTO event_head (last) VALUES (0);

CREATE TABLE event_type (
    type text PRIMARY KEY,
    -- whether the public has seen one
    open boolean NOT NULL
);

-- How far a consumer has come in another service's feed, and which copy of this service consumes.
CREATE TABLE event_checkpoint (
    name          text        PRIMARY KEY,
    last_event_id text,
    last_time     timestamptz,
    handled       bigint      NOT NULL DEFAULT 0,
    lease         uuid        NOT NULL,
    leased_until  timestamptz NOT NULL
);

CREATE TABLE webhook (
    id              uuid        PRIMARY KEY,
    owner           text        NOT NULL,
    roles           text[]      NOT NULL,
    url             text        NOT NULL,
    description     text        NOT NULL,
    types           text[]      NOT NULL,
    secret          bytea       NOT NULL,
    previous_secret bytea,
    previous_until  timestamptz,
    state           text        NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'FAILING')),
    reason_zh       text,
    reason_en       text,
    -- the last event that was delivered or is of no interest
    position        bigint      NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    failing_since   timestamptz,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    lease           uuid,
    leased_until    timestamptz NOT NULL DEFAULT '-infinity',
    version         bigint      NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    modified_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_by_owner ON webhook (owner, id);
CREATE INDEX webhook_by_change ON webhook (modified_at, id);
CREATE INDEX webhook_due ON webhook (next_attempt_at) WHERE state = 'ACTIVE';

CREATE TABLE webhook_delivery (
    id               uuid        PRIMARY KEY,
    webhook_id       uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
    kind             text        NOT NULL CHECK (kind IN ('EVENT', 'RESEND', 'TEST')),
    message_id       uuid        NOT NULL,
    type             text        NOT NULL,
    state            text        NOT NULL CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
    attempts         integer     NOT NULL DEFAULT 0,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz,
    status           integer,
    excerpt          text,
    problem          text,
    created_at       timestamptz NOT NULL DEFAULT now(),
    modified_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_by_change ON webhook_delivery (webhook_id, modified_at, id);
CREATE UNIQUE INDEX webhook_delivery_once ON webhook_delivery (webhook_id, message_id) WHERE kind = 'EVENT';
CREATE INDEX webhook_delivery_asked ON webhook_delivery (id) WHERE state = 'PENDING' AND kind <> 'EVENT';
CREATE INDEX webhook_delivery_by_age ON webhook_delivery (created_at);
