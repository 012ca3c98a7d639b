-- Phrases, of the library or of one body.

CREATE TABLE phrase (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  letters TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX phrase_by_stream ON phrase (stream_id);
