-- What contact points and experts say when they are asked is a comment as any other, on a consultation or outside one.
-- topic_id is what near-equal comments are looked for in: the consultation, or outside one what the comments are about.
ALTER TABLE consultation_comment
    ADD COLUMN topic_id uuid,
    ADD COLUMN subject  text NOT NULL DEFAULT '',
    ADD COLUMN request  text NOT NULL DEFAULT '';
UPDATE consultation_comment SET topic_id = consultation_id;
ALTER TABLE consultation_comment
    ALTER COLUMN topic_id SET NOT NULL,
    ALTER COLUMN consultation_id DROP NOT NULL,
    DROP CONSTRAINT consultation_comment_consultation_id_number_key,
    ADD UNIQUE (topic_id, number);
CREATE INDEX consultation_comment_of_points ON consultation_comment (made_on DESC, id DESC)
    WHERE source IN ('CONTACT_POINT', 'EXPERT');
CREATE INDEX consultation_comment_of_request ON consultation_comment (request, made_on DESC, id DESC) WHERE request <> '';
CREATE INDEX consultation_by_title ON consultation (title, from_on DESC);

ALTER TABLE comment_group ADD COLUMN topic_id uuid;
UPDATE comment_group SET topic_id = consultation_id;
ALTER TABLE comment_group
    ALTER COLUMN topic_id SET NOT NULL,
    ALTER COLUMN consultation_id DROP NOT NULL;
CREATE INDEX comment_group_outside ON comment_group (comments DESC, id DESC) WHERE consultation_id IS NULL;
ALTER TABLE comment_band RENAME COLUMN consultation_id TO topic_id;
ALTER TABLE consultation_number DROP CONSTRAINT consultation_number_consultation_id_fkey;
ALTER TABLE consultation_number RENAME COLUMN consultation_id TO topic_id;
ALTER TABLE consultation_number RENAME TO comment_number;

-- What the senders of a comment were told before they were told something else.
CREATE TABLE comment_answer_before (
    comment_id      uuid   NOT NULL REFERENCES consultation_comment,
    version         bigint NOT NULL,
    outcome         text   NOT NULL,
    reason          text   NOT NULL,
    changed_draft   uuid,
    changed_article text   NOT NULL,
    changed_label   text   NOT NULL,
    answered_on     date   NOT NULL,
    PRIMARY KEY (comment_id, version)
);

-- The opinions of contact points that were kept apart until now. The topic of a subject is the name-based id of it.
INSERT INTO consultation_comment (id, topic_id, number, article, label, channel, source, source_id, source_name, made_on,
    text, text_hash, status, consent, outcome, own_outcome, reason, answered_on, receipt, sample, search, subject, request)
SELECT opinion.id,
       overlay(overlay(md5('subject/' || (opinion.content ->> 'subject')) PLACING '3' FROM 13)
           PLACING to_hex(('x' || substr(md5('subject/' || (opinion.content ->> 'subject')), 17, 1))::bit(4)::int & 3 | 8)
           FROM 17)::uuid,
       (opinion.content ->> 'point') || '/' || (opinion.content ->> 'reference'), '', '', 'OFFLINE', 'CONTACT_POINT',
       point.id, point.content ->> 'name', opinion.day, opinion.content ->> 'words', '', 'RECEIVED', false,
       outcome.became, outcome.became IS NOT NULL, coalesce(opinion.content ->> 'reason', ''),
       (opinion.content ->> 'answeredOn')::date, 'opinion/' || opinion.id,
       coalesce((opinion.content ->> 'sample')::boolean, false), opinion.search, opinion.content ->> 'subject',
       coalesce(opinion.content ->> 'request', '')
FROM ledger_entry AS opinion
     JOIN ledger_entry AS point ON point.ledger = 'contact-points' AND point.key = opinion.content ->> 'point'
     CROSS JOIN LATERAL (SELECT CASE opinion.content ->> 'outcome'
                                WHEN 'PARTLY_ADOPTED' THEN 'PARTLY' WHEN 'FURTHER_STUDY' THEN 'STUDIED'
                                WHEN 'PENDING' THEN NULL ELSE opinion.content ->> 'outcome' END AS became) AS outcome
WHERE opinion.ledger = 'contact-opinions';
DELETE FROM ledger_entry WHERE ledger = 'contact-opinions';
