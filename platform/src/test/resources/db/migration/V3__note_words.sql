-- So that words can be too long for the database, as titles of cases can.
CREATE INDEX note_by_words ON note (words);
