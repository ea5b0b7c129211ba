-- Notices to makers whose yearly list is overdue (限期报送), and the criticism that followed (通报批评); one for each list.
CREATE TABLE filing_list_notice (
    maker         text NOT NULL,
    year          integer NOT NULL,
    noticed_on    date NOT NULL,
    notice_until  date NOT NULL,
    words         text NOT NULL,
    criticised_on date,
    decision      text,
    criticism     text,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (maker, year),
    CHECK (notice_until > noticed_on),
    CHECK (criticised_on > notice_until)
);

DROP FUNCTION filing_list_duty(integer[], date[]);
CREATE FUNCTION filing_list_duty(years integer[], dues date[])
    RETURNS TABLE (id uuid, maker text, maker_name text, family text, year integer, due_on date, list_id uuid,
                   submitted_on date, notice_until date, criticised_on date, modified_at timestamptz)
    LANGUAGE sql STABLE
AS $$
SELECT DISTINCT ON (asked.year, roll.content ->> 'code')
       roll.id, roll.content ->> 'code', roll.content ->> 'name', roll.content ->> 'family', asked.year, asked.due_on,
       list.id, list.submitted_on, notice.notice_until, notice.criticised_on,
       greatest(roll.modified_at, list.modified_at, notice.modified_at)
FROM unnest(years, dues) AS asked (year, due_on)
JOIN ledger_entry AS roll ON roll.ledger = 'filing-makers' AND roll.day <= make_date(asked.year, 12, 31)
                         AND (roll.until IS NULL OR roll.until > make_date(asked.year, 1, 1))
LEFT JOIN filing_year_list AS list ON list.maker = roll.content ->> 'code' AND list.year = asked.year
LEFT JOIN filing_list_notice AS notice ON notice.maker = roll.content ->> 'code' AND notice.year = asked.year
ORDER BY asked.year, roll.content ->> 'code', roll.day DESC
$$;
