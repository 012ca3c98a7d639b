"""Write resources/holidays/sweden.json: the public holidays of the package, year by year.

Importing the package takes longer than printing a protokoll, since it reads the calendars of all
countries. The table spares that; tests/system/test_holidays.py holds it to the package.
"""

from __future__ import annotations

import json
from pathlib import Path

from kcdesk.system.holidays import TABLE_YEARS, public_holidays

TARGET = Path(__file__).resolve().parent.parent / "resources" / "holidays" / "sweden.json"


def main() -> None:
    """Write the table anew."""
    table = {
        str(year): {day.isoformat(): name for day, name in sorted(public_holidays(year).items())}
        for year in TABLE_YEARS
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
