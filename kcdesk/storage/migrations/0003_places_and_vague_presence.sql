-- A section may stand in another part of its item than that of its kind.
ALTER TABLE "section" ADD COLUMN "place" TEXT;

ALTER TABLE "section" ADD COLUMN "ahead" INTEGER NOT NULL DEFAULT 0 CHECK ("ahead" IN (0, 1));

-- "Anlände senare": at a point that nobody knows.
ALTER TABLE "presence"
  ADD COLUMN "arrived_late" INTEGER NOT NULL DEFAULT 0 CHECK ("arrived_late" IN (0, 1));

ALTER TABLE "presence"
  ADD COLUMN "left_early" INTEGER NOT NULL DEFAULT 0 CHECK ("left_early" IN (0, 1));
