-- When a body means to meet, and until when material is taken in.

CREATE TABLE "planned_meeting" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "body" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "day" TEXT,
  "material_by" TEXT
) STRICT;

CREATE INDEX "planned_meeting_by_stream" ON "planned_meeting" (stream_id);

CREATE INDEX "planned_meeting_by_owner" ON "planned_meeting" (owner_id);
