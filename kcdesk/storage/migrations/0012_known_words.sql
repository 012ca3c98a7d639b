-- The library's own dictionary.

CREATE TABLE known_word (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL REFERENCES library (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT NOT NULL,
  word TEXT NOT NULL
) STRICT;

CREATE INDEX known_word_by_stream ON known_word (stream_id);
