"""Att bevaka: what must be done by a day, over all meetings.

Each kind is a module of its own that reads one watched meeting and yields its entries. A new kind
is a member of ``WatchKind``, a module that is listed in ``sources``, and (where it reads rows that
are not read yet) its table and its meetings in ``kcdesk.storage.watched``.
"""
