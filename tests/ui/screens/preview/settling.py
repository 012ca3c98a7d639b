"""Waiting until what is written is what the pages show."""

from __future__ import annotations

PATIENCE = 20_000


def settle(qtbot, panel) -> None:
    """Wait until what is written is what is shown."""

    def settled():
        assert not panel._feed.is_busy
        assert panel.stack.page or panel.trouble_label.isVisible()
        assert not panel._feed._awaited

    qtbot.waitUntil(lambda: settled() is None, timeout=PATIENCE)
