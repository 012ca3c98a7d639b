#!/bin/sh
# Build the wheel, install it into a fresh environment and do the main job from there: what people
# get by pip must work without the checkout.
set -eu
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" -m build --wheel --outdir "$work/dist" "$here" >"$work/build.log" 2>&1 || {
    cat "$work/build.log"
    exit 1
}
"$PYTHON" -m venv "$work/venv"
# The same pinned versions as everywhere, but only what the wheel itself asks for.
"$work/venv/bin/python" -m pip install -q --disable-pip-version-check \
    -c "$here/packaging/lock.txt" "$work"/dist/*.whl
cd "$work"
"$work/venv/bin/kcdesk" demo --out "$work/out"
test -s "$work/out/demo.kcdesk"
for file in "$work"/out/*.pdf; do
    head -c 5 "$file" | grep -q '%PDF-'
done
echo "wheel: kcdesk demo made $(ls "$work"/out | wc -l) files"
