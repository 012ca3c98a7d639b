-- Expediering: what was sent to whom, when, how and by whom, outside the seal.

CREATE TABLE "dispatch" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "recipient" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "sent_on" TEXT,
  "method" TEXT NOT NULL,
  "sent_by" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;

CREATE INDEX "dispatch_by_stream" ON "dispatch" (stream_id);

CREATE INDEX "dispatch_by_owner" ON "dispatch" (owner_id);
