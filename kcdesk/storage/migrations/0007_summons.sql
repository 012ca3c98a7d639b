-- An item that a kallelse named may be taken off the agenda; all else of it stays as it was sent.

DROP TRIGGER summons_stays;

CREATE TRIGGER summons_stays BEFORE UPDATE OF id, stream_id, owner_id, kind, sent_on, snapshot
ON summons
BEGIN
  SELECT RAISE(ABORT, 'a kallelse is kept as it was sent');
END;
