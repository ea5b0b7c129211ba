-- Articles that match, in force on a day. Its own function because of the setting: with a LIMIT the planner takes a
-- sequential scan for the cheapest way to the first matches of a common word, not knowing what unpacking a tsvector costs;
-- by the index it takes as long in a large register as in a small one.
CREATE FUNCTION matching_articles(q tsquery, day date, of_kind text, of_level text, of_place text, of_regulation uuid, most integer)
RETURNS TABLE (text_id uuid, "position" integer, regulation_id uuid, version_id uuid, title text, kind text,
    jurisdiction text, title_search tsvector)
LANGUAGE sql STABLE
SET enable_seqscan = off
AS $$
SELECT a.text_id, a.position, a.regulation_id, a.version_id, r.title, r.kind, r.jurisdiction, r.search
FROM article a
JOIN regulation_version v ON v.id = a.version_id
JOIN regulation r ON r.id = a.regulation_id
WHERE a.search @@ q AND v.effective_on <= day AND v.until > day AND v.kind <> 'INTERPRETED'
    AND (of_kind = '' OR r.kind = of_kind) AND (of_level = '' OR r.level = of_level)
    AND (of_place = '' OR r.jurisdiction = of_place) AND (of_regulation IS NULL OR r.id = of_regulation)
LIMIT most
$$;
