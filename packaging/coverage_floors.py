"""Report coverage and fail below the floors that the project sets itself (branches counted)."""

from __future__ import annotations

import subprocess
import sys

FLOORS = {
    "kcdesk/domain/*": 98,
    "kcdesk/services/*": 98,
    "kcdesk/storage/*": 98,
    "kcdesk/ui/*": 85,
    "kcdesk/*": 90,
}


def main() -> int:
    """Combine what the test processes measured, then hold each part to its floor."""
    subprocess.run([sys.executable, "-m", "coverage", "combine", "-q"], check=False)
    failed = 0
    for include, floor in FLOORS.items():
        command = [sys.executable, "-m", "coverage", "report", f"--include={include}"]
        done = subprocess.run(
            [*command, f"--fail-under={floor}", "--skip-covered", "--show-missing"],
            check=False,
            capture_output=True,
            text=True,
        )
        total = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "nothing measured"
        print(f"coverage {include}: {total.split()[-1]} (floor {floor} %)")
        if done.returncode:
            failed = 1
            print(done.stdout)
    return failed


if __name__ == "__main__":
    sys.exit(main())
