#!/bin/sh
# The system libraries that Qt needs on Debian and its relatives; with the argument "java", a Java
# for the judge of the documents instead, which the tests alone need. As root it installs what is
# missing; otherwise it prints the one line to run. Elsewhere (macOS, other Linux) it does nothing.
set -eu
command -v apt-get >/dev/null 2>&1 || exit 0

# library file → Debian package
wanted='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libglib-2.0.so.0 libglib2.0-0
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xinerama.so.0 libxcb-xinerama0
'
if [ "${1:-}" = java ]; then
    missing=$(command -v javac >/dev/null 2>&1 || echo default-jdk-headless)
else
    known=$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p)
    missing=$(printf '%s' "$wanted" | while read -r library package; do
        [ -n "$library" ] || continue
        case "$known" in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
    done)
    # Debian ships Python without the means to make an environment.
    "${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
fi

[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    # shellcheck disable=SC2086  # a list of package names
    apt-get install -y -q --no-install-recommends $missing
else
    echo "Some system libraries are missing. Install them with:" >&2
    echo "  sudo apt-get install -y --no-install-recommends $missing" >&2
    exit 1
fi
