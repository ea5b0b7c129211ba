-- Imports look opinions up by their numbers.
CREATE INDEX consultation_comment_opinion_number ON consultation_comment (number)
    WHERE source IN ('CONTACT_POINT', 'EXPERT');
