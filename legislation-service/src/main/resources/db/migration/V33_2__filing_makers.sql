-- The yearly lists that are due from the makers on the roll (制定机关名录, ledger 'filing-makers'): one row for each maker and
-- year asked for, with the list where there is one. Until when a year's list is due comes from the rule book.
CREATE FUNCTION filing_list_duty(years integer[], dues date[])
    RETURNS TABLE (id uuid, maker text, maker_name text, family text, year integer, due_on date, list_id uuid,
                   submitted_on date, modified_at timestamptz)
    LANGUAGE sql STABLE
AS $$
SELECT DISTINCT ON (asked.year, roll.content ->> 'code')
       roll.id, roll.content ->> 'code', roll.content ->> 'name', roll.content ->> 'family', asked.year, asked.due_on,
       list.id, list.submitted_on, greatest(roll.modified_at, list.modified_at)
FROM unnest(years, dues) AS asked (year, due_on)
JOIN ledger_entry AS roll ON roll.ledger = 'filing-makers' AND roll.day <= make_date(asked.year, 12, 31)
                         AND (roll.until IS NULL OR roll.until > make_date(asked.year, 1, 1))
LEFT JOIN filing_year_list AS list ON list.maker = roll.content ->> 'code' AND list.year = asked.year
ORDER BY asked.year, roll.content ->> 'code', roll.day DESC
$$;
