-- How a body's documents look, and what it calls the parts of its items.

ALTER TABLE "body" ADD COLUMN "theme" TEXT NOT NULL DEFAULT 'classic';
ALTER TABLE "body" ADD COLUMN "logo" TEXT NOT NULL DEFAULT '';
ALTER TABLE "body" ADD COLUMN "logo_text" TEXT NOT NULL DEFAULT '';

CREATE TABLE "heading_word" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "body" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE INDEX "heading_word_by_stream" ON "heading_word" (stream_id);

CREATE INDEX "heading_word_by_owner" ON "heading_word" (owner_id);
