-- A § with a letter ("58 a"): minuted when the numbers after it were given.

ALTER TABLE "item" ADD COLUMN "lettered" INTEGER NOT NULL DEFAULT 0
  CHECK ("lettered" IN (0, 1));
