"""The second window at the table: for the chair, or for all on a projector."""
