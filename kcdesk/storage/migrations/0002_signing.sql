-- Signing and sealing: what is out for signature does not change, what is sealed never does.

ALTER TABLE approval ADD COLUMN sent_on TEXT;

ALTER TABLE approval ADD COLUMN sealed_on TEXT;

ALTER TABLE approval ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';

ALTER TABLE approver ADD COLUMN sent_on TEXT;

ALTER TABLE approver ADD COLUMN dissent TEXT NOT NULL DEFAULT '';

ALTER TABLE approver ADD COLUMN referred INTEGER NOT NULL DEFAULT 0 CHECK (referred IN (0, 1));

CREATE TABLE signature (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL
    REFERENCES approval (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT NOT NULL,
  role TEXT NOT NULL,
  participant_id TEXT,
  name TEXT NOT NULL,
  items TEXT NOT NULL,
  sent_on TEXT,
  signed_on TEXT
) STRICT;

CREATE INDEX signature_by_stream ON signature (stream_id);

CREATE INDEX signature_by_owner ON signature (owner_id);

CREATE TABLE signed_copy (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL
    REFERENCES approval (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER,
  received_on TEXT,
  begins_with_sent INTEGER NOT NULL CHECK (begins_with_sent IN (0, 1))
) STRICT;

CREATE INDEX signed_copy_by_stream ON signed_copy (stream_id);

CREATE INDEX signed_copy_by_owner ON signed_copy (owner_id);

CREATE TABLE correction (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL,
  position TEXT NOT NULL,
  made_on TEXT,
  author TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX correction_by_stream ON correction (stream_id);

CREATE TABLE summons (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL
    REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT NOT NULL,
  kind TEXT NOT NULL,
  sent_on TEXT,
  items TEXT NOT NULL,
  snapshot TEXT NOT NULL
) STRICT;

CREATE INDEX summons_by_stream ON summons (stream_id);

CREATE INDEX summons_by_owner ON summons (owner_id);

-- One row for each version of a text that went out for signature, chained through all meetings of
-- its body: fingerprint = SHA-256(content + previous). A version that was taken back stays in the
-- chain; only its content may be destroyed for good. The outcome has a hash of its own, as it
-- comes later: outcome_hash = SHA-256(fingerprint + [outcome, at, by, signatures]).
CREATE TABLE seal (
  body_id TEXT NOT NULL REFERENCES stream (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  meeting_id TEXT NOT NULL REFERENCES stream (id),
  approval_id TEXT NOT NULL,
  content TEXT,
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
  internal_sha256 TEXT CHECK (length(internal_sha256) = 64),
  public_sha256 TEXT CHECK (length(public_sha256) = 64),
  outcome TEXT CHECK (outcome IN ('sealed', 'taken_back')),
  outcome_at TEXT,
  outcome_by TEXT,
  signatures TEXT,
  outcome_hash TEXT CHECK (length(outcome_hash) = 64),
  PRIMARY KEY (body_id, number),
  CHECK (content IS NOT NULL OR outcome IS 'taken_back'),
  CHECK ((outcome IS NULL) = (outcome_hash IS NULL) AND (outcome IS NULL) = (outcome_at IS NULL))
) STRICT;

CREATE INDEX seal_by_meeting ON seal (meeting_id);

CREATE TRIGGER seal_goes_on BEFORE INSERT ON seal
WHEN NEW.outcome IS NOT NULL
  OR NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM seal WHERE body_id = NEW.body_id)
  OR NEW.previous <> coalesce(
    (SELECT fingerprint FROM seal WHERE body_id = NEW.body_id AND number = NEW.number - 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
  OR EXISTS (SELECT 1 FROM seal WHERE approval_id = NEW.approval_id
             AND outcome IS NOT 'taken_back')
BEGIN
  SELECT RAISE(ABORT, 'a seal comes after the last one of its body');
END;

CREATE TRIGGER seal_stays BEFORE UPDATE ON seal
WHEN NEW.body_id <> OLD.body_id OR NEW.number <> OLD.number OR NEW.meeting_id <> OLD.meeting_id
  OR NEW.approval_id <> OLD.approval_id OR NEW.previous <> OLD.previous
  OR NEW.fingerprint <> OLD.fingerprint
  OR (NEW.content IS NOT OLD.content
      AND NOT (NEW.content IS NULL AND OLD.outcome IS 'taken_back'))
  OR (OLD.internal_sha256 IS NOT NULL AND NEW.internal_sha256 IS NOT OLD.internal_sha256)
  OR (OLD.public_sha256 IS NOT NULL AND NEW.public_sha256 IS NOT OLD.public_sha256)
  OR (OLD.outcome IS NOT NULL AND (
    NEW.outcome IS NOT OLD.outcome OR NEW.outcome_at IS NOT OLD.outcome_at
    OR NEW.outcome_by IS NOT OLD.outcome_by OR NEW.signatures IS NOT OLD.signatures
    OR NEW.outcome_hash IS NOT OLD.outcome_hash
    OR NEW.internal_sha256 IS NOT OLD.internal_sha256
    OR NEW.public_sha256 IS NOT OLD.public_sha256))
BEGIN
  SELECT RAISE(ABORT, 'a sealed text never changes');
END;

CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal
BEGIN
  SELECT RAISE(ABORT, 'a seal is never deleted');
END;

-- The rows that are out for signature or sealed; triggers on their tables (storage/guard.py)
-- refuse every change of them.
CREATE TABLE locked_row (
  id TEXT PRIMARY KEY NOT NULL,
  fingerprint TEXT NOT NULL REFERENCES seal (fingerprint)
) STRICT;

CREATE INDEX locked_row_by_fingerprint ON locked_row (fingerprint);

CREATE TRIGGER locked_row_stays BEFORE UPDATE ON locked_row
BEGIN
  SELECT RAISE(ABORT, 'a lock never changes');
END;

CREATE TRIGGER locked_row_is_kept BEFORE DELETE ON locked_row
WHEN EXISTS (SELECT 1 FROM seal WHERE fingerprint = OLD.fingerprint AND outcome IS 'sealed')
BEGIN
  SELECT RAISE(ABORT, 'a seal is never opened');
END;

CREATE TRIGGER signed_copy_stays BEFORE UPDATE ON signed_copy
BEGIN
  SELECT RAISE(ABORT, 'a signed copy never changes');
END;

CREATE TRIGGER signed_copy_is_kept BEFORE DELETE ON signed_copy
WHEN EXISTS (SELECT 1 FROM approval WHERE id = OLD.owner_id AND sealed_on IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'a signed copy of sealed minutes is kept');
END;

CREATE TRIGGER summons_stays BEFORE UPDATE ON summons
BEGIN
  SELECT RAISE(ABORT, 'a kallelse is kept as it was sent');
END;
