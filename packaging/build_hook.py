"""Build hook: compile the translations, and put what ships into the wheel.

In a wheel ``translations`` and ``resources`` lie inside the package; an editable install reads
them from the checkout (``kcdesk.paths.shipped``), so nothing is copied there and nothing goes
stale.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShipFiles(BuildHookInterface[Any]):
    """Adds compiled translations and resources to standard wheels."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the build; ``version`` is "standard" or "editable"."""
        root = Path(self.root)
        subprocess.run(
            [sys.executable, str(root / "packaging" / "translations.py"), "compile"], check=True
        )
        if self.target_name != "wheel" or version == "editable":
            return
        shipped = build_data["force_include"]
        for compiled in sorted((root / "translations").rglob("*.mo")):
            shipped[str(compiled)] = f"kcdesk/{compiled.relative_to(root).as_posix()}"
        shipped[str(root / "resources")] = "kcdesk/resources"
