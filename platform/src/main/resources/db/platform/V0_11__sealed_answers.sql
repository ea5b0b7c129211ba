-- An answer may show what only its caller may see; where there is a key it is kept encrypted.
ALTER TABLE idempotency_key ADD COLUMN body_sealed bytea;
