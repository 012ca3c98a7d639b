-- When and where a planned meeting is to be, and since when a promised matter waits.

ALTER TABLE "planned_meeting" ADD COLUMN "start" TEXT;
ALTER TABLE "planned_meeting" ADD COLUMN "end" TEXT;
ALTER TABLE "planned_meeting" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
ALTER TABLE "promised_matter" ADD COLUMN "promised_on" TEXT;
