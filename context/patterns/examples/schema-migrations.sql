-- V31__add_names.sql: expand. Nothing is rewritten, and a lock is waited for at most 2 s.
SET lock_timeout = '2s';
ALTER TABLE customers ADD COLUMN given_name text;
ALTER TABLE customers ADD COLUMN family_name text;

-- One batch of the backfill, which a job repeats by key, outside of the migration.
UPDATE customers
SET given_name = split_part(name, ' ', 1), family_name = substr(name, length(split_part(name, ' ', 1)) + 2)
WHERE id > 1000000 AND id <= 1005000 AND given_name IS NULL;

-- V32__know_names.sql, after the backfill, when release 30, which writes no first name, runs nowhere any more:
-- not validated, the rule binds each new write, and no row is read.
SET lock_timeout = '2s';
ALTER TABLE customers ADD CONSTRAINT given_name_known CHECK (given_name IS NOT NULL) NOT VALID;

-- V33__hold_names.sql, a release later: every row is held to the rule, without blocking writers.
ALTER TABLE customers VALIDATE CONSTRAINT given_name_known;
