-- Lists of resolutions and of reports on major matters show a headline and no words, which may be long: what they show
-- stands beside the content, and the content is not read.
ALTER TABLE resolution
    ADD COLUMN votes_for integer,
    ADD COLUMN members   integer;
UPDATE resolution SET votes_for = (content #>> '{vote,votesFor}')::integer, members = (content #>> '{vote,members}')::integer
WHERE content -> 'vote' IS NOT NULL;

ALTER TABLE matter_report
    ADD COLUMN number     integer NOT NULL DEFAULT 0,
    ADD COLUMN event      text    NOT NULL DEFAULT '',
    ADD COLUMN resolution text;
UPDATE matter_report SET number = (content #>> '{item,number}')::integer, event = coalesce(content ->> 'event', ''),
                         resolution = content #>> '{course,decided,code}';
