-- The navigation reads which years a body has met in, and one year's meetings at a time. A day is
-- kept as JSON text that begins with it, so the text sorts as the day does.
CREATE INDEX meeting_by_day ON meeting (body_id, day);

DROP INDEX meeting_by_body;
