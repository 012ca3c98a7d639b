-- The PDFs of a text that was sent and sealed in one go may be made after it.

DROP TRIGGER seal_stays;

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
    OR NEW.outcome_hash IS NOT OLD.outcome_hash))
BEGIN
  SELECT RAISE(ABORT, 'a sealed text never changes');
END;
