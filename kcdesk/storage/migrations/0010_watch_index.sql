-- What is to be watched is looked for among thousands of meetings that are finished.

CREATE INDEX meeting_unfinished ON meeting (id) WHERE state <> 'done';

CREATE INDEX delivery_awaited ON delivery (stream_id)
WHERE appealed_on IS NULL AND confirmed_on IS NULL;
