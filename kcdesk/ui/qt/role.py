"""Qt's item roles as the numbers that models are asked with.

Naming ``Qt`` itself makes PySide build its hundred enumerations, an eighth of the whole start; who
answers or draws before the first picture is there uses these.
"""

from __future__ import annotations

DISPLAY = 0
DECORATION = 1
TOOL_TIP = 3
ACCESSIBLE_TEXT = 11
USER = 256
