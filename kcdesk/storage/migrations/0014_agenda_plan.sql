-- What a body's agendas begin with, and what it has promised to take up.

CREATE TABLE "standing_item" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "body" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "minutes" INTEGER,
  "presenter" TEXT NOT NULL
) STRICT;

CREATE INDEX "standing_item_by_stream" ON "standing_item" (stream_id);

CREATE INDEX "standing_item_by_owner" ON "standing_item" (owner_id);

CREATE TABLE "promised_matter" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "body" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "wanted_by" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;

CREATE INDEX "promised_matter_by_stream" ON "promised_matter" (stream_id);

CREATE INDEX "promised_matter_by_owner" ON "promised_matter" (owner_id);
