-- An utskott that only prepares: nothing of what it decides can be appealed.

ALTER TABLE "body" ADD COLUMN "only_prepares" INTEGER NOT NULL DEFAULT 0
  CHECK ("only_prepares" IN (0, 1));
