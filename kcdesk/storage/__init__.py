"""The library file: SQLite, its writer, log, backup and migrations."""
