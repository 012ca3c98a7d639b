-- The first form of a library. Column names and types follow the row classes of kcdesk/domain:
-- tests/storage/test_schema.py holds them together. Lists and value objects are JSON text.

PRAGMA application_id = 1262699569;

CREATE TABLE stream (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('library', 'body', 'meeting')),
  binned_at TEXT
) STRICT;

CREATE TABLE log (
  stream_id TEXT NOT NULL REFERENCES stream (id),
  seq INTEGER NOT NULL,
  op_id TEXT NOT NULL UNIQUE,
  undoes INTEGER,
  schema INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  parent TEXT,
  payload TEXT,
  payload_hash TEXT,
  hash TEXT,
  PRIMARY KEY (stream_id, seq),
  CHECK ((hash IS NULL) = (parent IS NULL) AND (hash IS NULL) = (payload_hash IS NULL)),
  CHECK (hash IS NOT NULL OR payload IS NOT NULL)
) STRICT;

CREATE INDEX log_open ON log (stream_id) WHERE hash IS NULL;

CREATE TRIGGER log_goes_on BEFORE INSERT ON log
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM log WHERE stream_id = NEW.stream_id)
  OR EXISTS (SELECT 1 FROM log WHERE stream_id = NEW.stream_id AND hash IS NULL)
  OR EXISTS (SELECT 1 FROM log WHERE op_id = NEW.op_id)
BEGIN
  SELECT RAISE(ABORT, 'a group comes after the closed last one');
END;

CREATE TRIGGER log_header_stays BEFORE UPDATE ON log
WHEN NEW.stream_id <> OLD.stream_id OR NEW.seq <> OLD.seq OR NEW.op_id <> OLD.op_id
  OR NEW.undoes IS NOT OLD.undoes OR NEW.schema <> OLD.schema OR NEW.at <> OLD.at
  OR NEW.author <> OLD.author
BEGIN
  SELECT RAISE(ABORT, 'the header of a group never changes');
END;

CREATE TRIGGER log_closed_stays BEFORE UPDATE ON log
WHEN OLD.hash IS NOT NULL AND (
  NEW.hash IS NOT OLD.hash OR NEW.parent IS NOT OLD.parent
  OR NEW.payload_hash IS NOT OLD.payload_hash
  OR (NEW.payload IS NOT NULL AND NEW.payload IS NOT OLD.payload)
)
BEGIN
  SELECT RAISE(ABORT, 'a closed group never changes; its payload may only be destroyed');
END;

CREATE TRIGGER log_is_kept BEFORE DELETE ON log
BEGIN
  SELECT RAISE(ABORT, 'history is never deleted');
END;

-- Attached files in pieces of 1 MB, each piece its own transaction between edits. A file is
-- complete when all its pieces are there.
CREATE TABLE file (
  sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE TABLE file_chunk (
  sha256 TEXT NOT NULL REFERENCES file (sha256) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  content BLOB NOT NULL,
  PRIMARY KEY (sha256, number)
) STRICT;

CREATE TABLE "action" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "any_owner" INTEGER NOT NULL CHECK ("any_owner" IN (0, 1)),
  "note" TEXT NOT NULL,
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "action_by_stream" ON "action" (stream_id);

CREATE INDEX "action_by_owner" ON "action" (owner_id);

CREATE TABLE "action_owner" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "action" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "participant_id" TEXT,
  "name" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "done_on" TEXT
) STRICT;

CREATE INDEX "action_owner_by_stream" ON "action_owner" (stream_id);

CREATE INDEX "action_owner_by_owner" ON "action_owner" (owner_id);

CREATE TABLE "approval" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "items" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "planned_on" TEXT,
  "planned_time" TEXT,
  "approved_on" TEXT,
  "storage_location" TEXT NOT NULL
) STRICT;

CREATE INDEX "approval_by_stream" ON "approval" (stream_id);

CREATE INDEX "approval_by_owner" ON "approval" (owner_id);

CREATE TABLE "approver" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "approval" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "participant_id" TEXT,
  "name" TEXT NOT NULL,
  "signed_on" TEXT
) STRICT;

CREATE INDEX "approver_by_stream" ON "approver" (stream_id);

CREATE INDEX "approver_by_owner" ON "approver" (owner_id);

CREATE TABLE "notice" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "approval" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "board" TEXT NOT NULL,
  "posted_on" TEXT,
  "removed_on" TEXT,
  "address" TEXT NOT NULL
) STRICT;

CREATE INDEX "notice_by_stream" ON "notice" (stream_id);

CREATE INDEX "notice_by_owner" ON "notice" (owner_id);

CREATE TABLE "date_override" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "approval" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "day" TEXT,
  "reason" TEXT NOT NULL
) STRICT;

CREATE INDEX "date_override_by_stream" ON "date_override" (stream_id);

CREATE INDEX "date_override_by_owner" ON "date_override" (owner_id);

CREATE TABLE "attachment" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "pages" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "size" INTEGER,
  "media_type" TEXT NOT NULL,
  "with_summons" INTEGER NOT NULL CHECK ("with_summons" IN (0, 1))
) STRICT;

CREATE INDEX "attachment_by_stream" ON "attachment" (stream_id);

CREATE TABLE "block" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "level" INTEGER NOT NULL,
  "spans" TEXT NOT NULL,
  "grid" TEXT,
  "line" INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  "header" INTEGER NOT NULL CHECK ("header" IN (0, 1))
) STRICT;

CREATE INDEX "block_by_stream" ON "block" (stream_id);

CREATE TABLE "body" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "regime" TEXT NOT NULL,
  "numbering" TEXT NOT NULL,
  "layout" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "seats" INTEGER,
  "part_order" TEXT NOT NULL,
  "case_prefix" TEXT NOT NULL,
  "storage_location" TEXT NOT NULL,
  "take_down" TEXT NOT NULL,
  "accent" TEXT NOT NULL,
  "group_by_organisation" INTEGER NOT NULL CHECK ("group_by_organisation" IN (0, 1))
) STRICT;

CREATE INDEX "body_by_stream" ON "body" (stream_id);

CREATE TABLE "notice_board" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "body" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "address" TEXT NOT NULL
) STRICT;

CREATE INDEX "notice_board_by_stream" ON "notice_board" (stream_id);

CREATE INDEX "notice_board_by_owner" ON "notice_board" (owner_id);

CREATE TABLE "membership" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "body" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "person_id" TEXT,
  "kind" TEXT NOT NULL,
  "role" TEXT,
  "represents" TEXT NOT NULL,
  "service_order" INTEGER,
  "from_day" TEXT,
  "until_day" TEXT
) STRICT;

CREATE INDEX "membership_by_stream" ON "membership" (stream_id);

CREATE INDEX "membership_by_owner" ON "membership" (owner_id);

CREATE TABLE "decision" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "lead_in" TEXT NOT NULL,
  "as_proposed" INTEGER NOT NULL CHECK ("as_proposed" IN (0, 1)),
  "handed_on" INTEGER NOT NULL CHECK ("handed_on" IN (0, 1)),
  "before_notes" INTEGER NOT NULL CHECK ("before_notes" IN (0, 1)),
  "appeal" TEXT NOT NULL,
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "decision_by_stream" ON "decision" (stream_id);

CREATE INDEX "decision_by_owner" ON "decision" (owner_id);

CREATE TABLE "motion" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "movers" TEXT NOT NULL,
  "mover_text" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "fate" TEXT NOT NULL,
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "motion_by_stream" ON "motion" (stream_id);

CREATE INDEX "motion_by_owner" ON "motion" (owner_id);

CREATE TABLE "vote" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "yes_means" TEXT NOT NULL,
  "no_means" TEXT NOT NULL,
  "yes_count" INTEGER,
  "no_count" INTEGER,
  "abstain_count" INTEGER,
  "casting_participant_id" TEXT,
  "drawn_by_lot" INTEGER NOT NULL CHECK ("drawn_by_lot" IN (0, 1)),
  "result" TEXT NOT NULL,
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "vote_by_stream" ON "vote" (stream_id);

CREATE INDEX "vote_by_owner" ON "vote" (owner_id);

CREATE TABLE "ballot" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "vote" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "participant_id" TEXT,
  "choice" TEXT NOT NULL
) STRICT;

CREATE INDEX "ballot_by_stream" ON "ballot" (stream_id);

CREATE INDEX "ballot_by_owner" ON "ballot" (owner_id);

CREATE TABLE "reservation" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "participants" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "handed_in" TEXT,
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "reservation_by_stream" ON "reservation" (stream_id);

CREATE INDEX "reservation_by_owner" ON "reservation" (owner_id);

CREATE TABLE "item" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "heading" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "numbered" INTEGER NOT NULL CHECK ("numbered" IN (0, 1)),
  "agenda_number" TEXT NOT NULL,
  "case_number" TEXT NOT NULL,
  "page_reference" TEXT NOT NULL,
  "planned_start" TEXT,
  "planned_minutes" INTEGER,
  "actual_start" TEXT,
  "actual_end" TEXT,
  "announced" INTEGER NOT NULL CHECK ("announced" IN (0, 1)),
  "immediate_approval" INTEGER NOT NULL CHECK ("immediate_approval" IN (0, 1)),
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL,
  "done" INTEGER NOT NULL CHECK ("done" IN (0, 1))
) STRICT;

CREATE INDEX "item_by_stream" ON "item" (stream_id);

CREATE TABLE "presenter" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "participant_id" TEXT,
  "name" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "title" TEXT NOT NULL
) STRICT;

CREATE INDEX "presenter_by_stream" ON "presenter" (stream_id);

CREATE INDEX "presenter_by_owner" ON "presenter" (owner_id);

CREATE TABLE "item_link" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "relation" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE INDEX "item_link_by_stream" ON "item_link" (stream_id);

CREATE INDEX "item_link_by_owner" ON "item_link" (owner_id);

CREATE TABLE "recusal" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "participant_id" TEXT,
  "ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "recusal_by_stream" ON "recusal" (stream_id);

CREATE INDEX "recusal_by_owner" ON "recusal" (owner_id);

CREATE TABLE "recipient" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "address" TEXT NOT NULL
) STRICT;

CREATE INDEX "recipient_by_stream" ON "recipient" (stream_id);

CREATE INDEX "recipient_by_owner" ON "recipient" (owner_id);

CREATE TABLE "library" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "name" TEXT NOT NULL
) STRICT;

CREATE INDEX "library_by_stream" ON "library" (stream_id);

CREATE TABLE "meeting" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL,
  "position" TEXT NOT NULL,
  "body_id" TEXT,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "remote" INTEGER NOT NULL CHECK ("remote" IN (0, 1)),
  "planned_start" TEXT,
  "planned_end" TEXT,
  "actual_start" TEXT,
  "actual_end" TEXT,
  "first_paragraph" INTEGER,
  "regime" TEXT,
  "numbering" TEXT,
  "layout" TEXT,
  "language" TEXT,
  "part_order" TEXT,
  "take_down" TEXT,
  "note" TEXT NOT NULL
) STRICT;

CREATE INDEX "meeting_by_stream" ON "meeting" (stream_id);

CREATE TABLE "adjournment" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "item_id" TEXT,
  "from_time" TEXT,
  "until_time" TEXT
) STRICT;

CREATE INDEX "adjournment_by_stream" ON "adjournment" (stream_id);

CREATE INDEX "adjournment_by_owner" ON "adjournment" (owner_id);

CREATE TABLE "next_meeting" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "start" TEXT,
  "end" TEXT,
  "place" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;

CREATE INDEX "next_meeting_by_stream" ON "next_meeting" (stream_id);

CREATE INDEX "next_meeting_by_owner" ON "next_meeting" (owner_id);

CREATE TABLE "participant" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "meeting" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "person_id" TEXT,
  "name" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "standing" TEXT NOT NULL,
  "kind" TEXT,
  "attendance" TEXT NOT NULL,
  "remote" INTEGER NOT NULL CHECK ("remote" IN (0, 1)),
  "note" TEXT NOT NULL
) STRICT;

CREATE INDEX "participant_by_stream" ON "participant" (stream_id);

CREATE INDEX "participant_by_owner" ON "participant" (owner_id);

CREATE TABLE "role" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "participant" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "from_item_id" TEXT,
  "until_item_id" TEXT
) STRICT;

CREATE INDEX "role_by_stream" ON "role" (stream_id);

CREATE INDEX "role_by_owner" ON "role" (owner_id);

CREATE TABLE "presence" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "participant" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "from_item_id" TEXT,
  "from_time" TEXT,
  "until_item_id" TEXT,
  "until_time" TEXT
) STRICT;

CREATE INDEX "presence_by_stream" ON "presence" (stream_id);

CREATE INDEX "presence_by_owner" ON "presence" (owner_id);

CREATE TABLE "service" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "participant" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "for_participant_id" TEXT,
  "from_item_id" TEXT,
  "until_item_id" TEXT
) STRICT;

CREATE INDEX "service_by_stream" ON "service" (stream_id);

CREATE INDEX "service_by_owner" ON "service" (owner_id);

CREATE TABLE "person" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "library" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "initials" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;

CREATE INDEX "person_by_stream" ON "person" (stream_id);

CREATE INDEX "person_by_owner" ON "person" (owner_id);

CREATE TABLE "person_alias" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "name" TEXT NOT NULL
) STRICT;

CREATE INDEX "person_alias_by_stream" ON "person_alias" (stream_id);

CREATE INDEX "person_alias_by_owner" ON "person_alias" (owner_id);

CREATE TABLE "party_membership" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "from_day" TEXT,
  "until_day" TEXT
) STRICT;

CREATE INDEX "party_membership_by_stream" ON "party_membership" (stream_id);

CREATE INDEX "party_membership_by_owner" ON "party_membership" (owner_id);

CREATE TABLE "section" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "after_meeting" INTEGER NOT NULL CHECK ("after_meeting" IN (0, 1)),
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "section_by_stream" ON "section" (stream_id);

CREATE INDEX "section_by_owner" ON "section" (owner_id);

CREATE TABLE "contribution" (
  id TEXT PRIMARY KEY NOT NULL,
  stream_id TEXT NOT NULL REFERENCES stream (id),
  "owner_id" TEXT NOT NULL
    REFERENCES "item" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "participant_id" TEXT,
  "speaker" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "secret" INTEGER NOT NULL CHECK ("secret" IN (0, 1)),
  "secrecy_ground" TEXT NOT NULL
) STRICT;

CREATE INDEX "contribution_by_stream" ON "contribution" (stream_id);

CREATE INDEX "contribution_by_owner" ON "contribution" (owner_id);

CREATE INDEX meeting_by_body ON meeting (body_id);
