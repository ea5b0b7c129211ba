-- Lists of filings show nothing of the document's words, which may be long, and read none: what they show stands beside them.
ALTER TABLE filing
    ADD COLUMN maker_name text,
    ADD COLUMN act        text,
    ADD COLUMN number     text;
UPDATE filing SET maker_name = content #>> '{document,makerName}', act = content #>> '{document,act}',
                  number = content #>> '{document,number}';
ALTER TABLE filing
    ALTER COLUMN maker_name SET NOT NULL,
    ALTER COLUMN act SET NOT NULL,
    ALTER COLUMN number SET NOT NULL;

CREATE OR REPLACE VIEW filing_duty AS
SELECT filing.id, 'FILING' AS known_from, maker, source, title, number, issued_on, due_on, filed_on, registered_on,
       state IN ('ISSUED', 'OVERDUE_FILING', 'SUPPLEMENT') AS missing, modified_at
FROM filing
WHERE registered_on IS NOT NULL OR state IN ('ISSUED', 'OVERDUE_FILING', 'SUPPLEMENT')
UNION ALL
SELECT entry.id, 'YEAR_LIST', entry.maker, '', entry.title, entry.number, entry.issued_on, entry.due_on, NULL, NULL, true,
       list.modified_at
FROM filing_year_entry AS entry
JOIN filing_year_list AS list ON list.id = entry.list_id
WHERE NOT EXISTS (SELECT FROM filing
                  WHERE filing.maker = entry.maker AND filing.issued_on = entry.issued_on
                    AND (filing.title = entry.title OR entry.number_key <> '' AND filing.number_key = entry.number_key)
                    AND filing.state NOT IN ('NOT_ACCEPTED', 'TRANSFERRED'));
