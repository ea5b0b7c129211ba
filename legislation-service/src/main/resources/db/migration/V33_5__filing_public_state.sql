-- Filings in a rare state are found by the state that others know, too.
CREATE INDEX filing_by_public_state ON filing (public_state, issued_on DESC, id DESC);
