-- Laga kraft and appeals of what was announced, parties' own delivery days, kungörelse and the rule
-- for the kallelse. What comes after the approval has tables of its own, outside any seal.

CREATE TABLE "final_force" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "approval" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "confirmed_on" TEXT,
  "confirmed_by" TEXT NOT NULL
) STRICT;

CREATE INDEX "final_force_by_stream" ON "final_force" (stream_id);

CREATE INDEX "final_force_by_owner" ON "final_force" (owner_id);

CREATE TABLE "appeal" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "approval" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "items" TEXT NOT NULL,
  "received_on" TEXT,
  "note" TEXT NOT NULL,
  "settled_on" TEXT
) STRICT;

CREATE INDEX "appeal_by_stream" ON "appeal" (stream_id);

CREATE INDEX "appeal_by_owner" ON "appeal" (owner_id);

CREATE TABLE "delivery" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "decision_id" TEXT,
  "party" TEXT NOT NULL,
  "delivered_on" TEXT,
  "how" TEXT NOT NULL,
  "appealed_on" TEXT,
  "confirmed_on" TEXT,
  "confirmed_by" TEXT NOT NULL
) STRICT;

CREATE INDEX "delivery_by_stream" ON "delivery" (stream_id);

CREATE INDEX "delivery_by_owner" ON "delivery" (owner_id);

ALTER TABLE "body" ADD COLUMN "summons_days" INTEGER;

ALTER TABLE "meeting" ADD COLUMN "announced_on" TEXT;
