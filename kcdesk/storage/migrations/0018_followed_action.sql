-- Actions of earlier meetings that the minutes look back at.

CREATE TABLE "followed_action" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "done_on" TEXT,
  "note" TEXT NOT NULL,
  "secret" INTEGER NOT NULL,
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "followed_action_by_stream" ON "followed_action" (stream_id);

CREATE INDEX "followed_action_by_owner" ON "followed_action" (owner_id);

-- Who else follows an action is asked each time one is marked.
CREATE INDEX "followed_action_by_target" ON "followed_action" (target);
