-- States of a meeting that somebody gave a name.

CREATE TABLE version (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  owner_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE INDEX version_by_stream ON version (stream_id);
