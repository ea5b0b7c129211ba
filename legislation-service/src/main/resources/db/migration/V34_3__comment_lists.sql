-- What is rare in the lists of comments is found by an index: what is held back or spam, who is not the public, an
-- outcome or none, the comments of a draft.
CREATE INDEX consultation_comment_by_status ON consultation_comment (status, made_on DESC, id DESC)
    WHERE status <> 'RECEIVED';
CREATE INDEX consultation_comment_by_kind ON consultation_comment (source, made_on DESC, id DESC)
    WHERE source <> 'PUBLIC';
CREATE INDEX consultation_comment_by_outcome ON consultation_comment (outcome, made_on DESC, id DESC);
CREATE INDEX consultation_comment_by_draft ON consultation_comment (draft_id, made_on DESC, id DESC)
    WHERE draft_id IS NOT NULL;

-- The latest comments of a sender are compared with the next one.
CREATE INDEX consultation_comment_of_sender ON consultation_comment (consultation_id, sender, id DESC)
    WHERE sender <> '';

-- Nobody finds a comment by a number or an address that its words do not show.
UPDATE consultation_comment
SET search = ts_delete(search, (
    SELECT coalesce(array_agg(DISTINCT lower(part)), '{}')
    FROM regexp_matches(text, '\d[\d -]{9,}[\dXx]|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+', 'g') AS telling,
         regexp_split_to_table(telling[1], '[^0-9A-Za-z._]+|(?<=[a-z])[._](?=[a-z])') AS part
    WHERE part <> ''))
WHERE text ~ '\d[\d -]{9,}[\dXx]|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+';

-- Letters are found by whom they ask and what they ask about.
DROP INDEX ledger_entry_by_point;
CREATE INDEX ledger_entry_by_point ON ledger_entry (ledger, (content ->> 'point'), day, id)
    WHERE content ->> 'point' IS NOT NULL;
CREATE INDEX ledger_entry_by_subject ON ledger_entry (ledger, (content ->> 'subject'), day, id)
    WHERE content ->> 'subject' IS NOT NULL;
