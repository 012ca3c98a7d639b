-- What a decision does with the matter, how a tie was broken, sentences in the secretary's own
-- words, and words to mask wherever they stand.

ALTER TABLE "decision" ADD COLUMN "outcome" TEXT NOT NULL DEFAULT 'decided';
ALTER TABLE "decision" ADD COLUMN "by_minority" INTEGER NOT NULL DEFAULT 0
  CHECK ("by_minority" IN (0, 1));
ALTER TABLE "decision" ADD COLUMN "reasons" TEXT NOT NULL DEFAULT '';

ALTER TABLE "vote" ADD COLUMN "tie_broken_for" TEXT;
ALTER TABLE "vote" ADD COLUMN "account" TEXT NOT NULL DEFAULT '';
ALTER TABLE "vote" ADD COLUMN "account_composed" TEXT NOT NULL DEFAULT '';
ALTER TABLE "vote" ADD COLUMN "result_composed" TEXT NOT NULL DEFAULT '';

ALTER TABLE "recusal" ADD COLUMN "sentence" TEXT NOT NULL DEFAULT '';
ALTER TABLE "recusal" ADD COLUMN "sentence_composed" TEXT NOT NULL DEFAULT '';

ALTER TABLE "adjournment" ADD COLUMN "sentence" TEXT NOT NULL DEFAULT '';
ALTER TABLE "adjournment" ADD COLUMN "sentence_composed" TEXT NOT NULL DEFAULT '';

ALTER TABLE "presence" ADD COLUMN "arrival" TEXT NOT NULL DEFAULT '';
ALTER TABLE "presence" ADD COLUMN "arrival_composed" TEXT NOT NULL DEFAULT '';
ALTER TABLE "presence" ADD COLUMN "departure" TEXT NOT NULL DEFAULT '';
ALTER TABLE "presence" ADD COLUMN "departure_composed" TEXT NOT NULL DEFAULT '';

ALTER TABLE "section" ADD COLUMN "composed" TEXT NOT NULL DEFAULT '';

ALTER TABLE "body" ADD COLUMN "may_serve_again" INTEGER NOT NULL DEFAULT 1
  CHECK ("may_serve_again" IN (0, 1));

CREATE TABLE "masking" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "masking_by_stream" ON "masking" (stream_id);

CREATE INDEX "masking_by_owner" ON "masking" (owner_id);
