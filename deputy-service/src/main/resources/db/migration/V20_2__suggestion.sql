-- Suggestions (代表建议). A row is a case; content is the whole of it, the other columns are written from it for lists.
-- session is 15-3, or between; viewers are the holders who may read what is not open to all; handler is the unit that
-- answers, the first of several.
CREATE TABLE suggestion (
    id             uuid        PRIMARY KEY,
    code           text        NOT NULL UNIQUE,
    state          text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'ASSIGNED',
                                                         'OBJECTED', 'ANSWERED', 'NOT_SATISFIED', 'RE_ANSWERED',
                                                         'EVALUATION', 'TRACKED', 'CLOSED')),
    state_since    date        NOT NULL,
    version        bigint      NOT NULL,
    title          text        NOT NULL,
    field          text        NOT NULL CHECK (field IN ('CITY_BUILDING', 'SOCIAL', 'CULTURE', 'ECONOMY', 'AGRICULTURE',
                                                         'JUDICIAL')),
    term           integer     NOT NULL,
    session        text        NOT NULL,
    deputies       text[]      NOT NULL,
    handler        text        NOT NULL,
    handlers       text[]      NOT NULL,
    viewers        text[]      NOT NULL,
    open_to_all    boolean     NOT NULL,
    petition_id    uuid,
    priority       boolean     NOT NULL,
    submitted_on   date,
    assigned_on    date,
    answered_on    date,
    reanswered_on  date,
    first_class    text,
    last_class     text,
    rated_on       date,
    rerated_on     date,
    first_result   text,
    last_result    text,
    implemented_on date,
    onsite_on      date,
    sample         boolean     NOT NULL,
    search         tsvector    NOT NULL,
    modified_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    content        jsonb       NOT NULL
);
CREATE INDEX suggestion_by_state_change ON suggestion (state_since DESC, id DESC);
CREATE INDEX suggestion_by_state ON suggestion (state, code);
CREATE INDEX suggestion_by_change ON suggestion (modified_at, id);
CREATE INDEX suggestion_by_term ON suggestion (term, rated_on);
CREATE INDEX suggestion_by_petition ON suggestion (petition_id) WHERE petition_id IS NOT NULL;
CREATE INDEX suggestion_by_deputy ON suggestion USING gin (deputies);
CREATE INDEX suggestion_by_handler ON suggestion USING gin (handlers);
CREATE INDEX suggestion_by_viewer ON suggestion USING gin (viewers);
CREATE INDEX suggestion_search ON suggestion USING gin (search);

-- The ledger of promises (承诺事项台账), one row for each, kept by the trigger below.
CREATE TABLE suggestion_promise (
    id            uuid        PRIMARY KEY,
    suggestion_id uuid        NOT NULL REFERENCES suggestion,
    code          text        NOT NULL,
    title         text        NOT NULL,
    term          integer     NOT NULL,
    organ         text        NOT NULL,
    organ_name    text        NOT NULL,
    what          text        NOT NULL,
    made_on       date        NOT NULL,
    due_on        date        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('OPEN', 'KEPT', 'REPLACED')),
    done_on       date,
    result        text        NOT NULL,
    progress      text        NOT NULL,
    open_to_all   boolean     NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX suggestion_promise_by_due ON suggestion_promise (due_on, id);
CREATE INDEX suggestion_promise_by_organ ON suggestion_promise (organ, due_on, id);
CREATE INDEX suggestion_promise_by_change ON suggestion_promise (modified_at, id);
CREATE INDEX suggestion_promise_by_suggestion ON suggestion_promise (suggestion_id);

-- What follows from a suggestion's row, whoever wrote it: its promises stand in the ledger, and what is not open to all
-- any more is told as removed to those who mirror the lists.
CREATE FUNCTION suggestion_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO suggestion_promise (id, suggestion_id, code, title, term, organ, organ_name, what, made_on, due_on, state,
                                    done_on, result, progress, open_to_all)
    SELECT (promise ->> 'id')::uuid, NEW.id, NEW.code, NEW.title, NEW.term, handling ->> 'organ', handling ->> 'name',
           promise ->> 'what', (reply ->> 'on')::date, (promise ->> 'by')::date,
           CASE WHEN promise ->> 'doneOn' IS NOT NULL THEN 'KEPT'
                WHEN promise ->> 'replacedOn' IS NOT NULL THEN 'REPLACED' ELSE 'OPEN' END,
           (promise ->> 'doneOn')::date, coalesce(promise ->> 'result', ''),
           coalesce(promise #>> '{progress,-1,note}', ''), NEW.open_to_all
    FROM jsonb_array_elements(NEW.content -> 'handlings') AS handling,
         jsonb_array_elements(handling -> 'replies') AS reply,
         LATERAL (SELECT reply -> 'promise' AS promise) AS made
    WHERE jsonb_typeof(promise) = 'object'
    ON CONFLICT (id) DO UPDATE
    SET state = excluded.state, done_on = excluded.done_on, result = excluded.result, progress = excluded.progress,
        open_to_all = excluded.open_to_all, modified_at = clock_timestamp()
    WHERE (suggestion_promise.state, suggestion_promise.done_on, suggestion_promise.result, suggestion_promise.progress,
           suggestion_promise.open_to_all)
          IS DISTINCT FROM (excluded.state, excluded.done_on, excluded.result, excluded.progress, excluded.open_to_all);
    IF TG_OP = 'UPDATE' AND OLD.open_to_all AND NOT NEW.open_to_all THEN
        INSERT INTO tombstone (resource, id)
        SELECT 'suggestions', NEW.id::text
        UNION ALL
        SELECT 'suggestion-promises', id::text FROM suggestion_promise WHERE suggestion_id = NEW.id
        ON CONFLICT (resource, id) DO UPDATE SET removed_at = now();
    ELSIF TG_OP = 'UPDATE' AND NEW.open_to_all AND NOT OLD.open_to_all THEN
        DELETE FROM tombstone
        WHERE (resource, id) IN (SELECT 'suggestions', NEW.id::text
                                 UNION ALL
                                 SELECT 'suggestion-promises', suggestion_promise.id::text
                                 FROM suggestion_promise WHERE suggestion_id = NEW.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER suggestion_written AFTER INSERT OR UPDATE ON suggestion
    FOR EACH ROW EXECUTE FUNCTION suggestion_written();

-- Petitions that supervision has guided here, to be taken up by deputies; written from its feed.
CREATE TABLE guided_petition (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL,
    title       text        NOT NULL,
    area        text        NOT NULL,
    guided_on   date        NOT NULL,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX guided_petition_by_day ON guided_petition (guided_on DESC, id DESC);
CREATE INDEX guided_petition_by_change ON guided_petition (modified_at, id);
CREATE INDEX guided_petition_search ON guided_petition USING gin (search);
