"""All benchmarks in one go: ratios and counts, each taken in one run on one machine.

python -m tests.benchmarks
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys

BENCHMARKS = ("startup", "typing", "storage", "rendering", "keyboard", "bare_typing")


def main() -> None:
    """Run each benchmark in a process of its own and say what machine this is."""
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name in BENCHMARKS:
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main()
