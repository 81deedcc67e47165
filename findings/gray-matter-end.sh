#!/bin/sh
# gray-matter 4.0.3 ends front matter at the first line that begins with "---", whatever follows on it, and knows no other end. A line of
# four dashes ends it, and the dash that is left begins the page's text; the line "...", which ends a document in YAML and front
# matter in Jekyll, is refused as a second document.
# Guessed: that it takes both as Jekyll 4.3.1 does, whose end is a line of "---" or "..." and nothing else.
# Seen 2026-12-01: "----: [-\nText]; ...: expected a single document in the stream, but found more".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save gray-matter@4.0.3 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import matter from 'gray-matter'

const asked = (end) => {
  try {
    return `[${JSON.stringify(matter(`---\ntitle: Rules\n${end}\nText`).content).slice(1, -1)}]`
  } catch (error) {
    return error.message.split('\n')[0]
  }
}
console.log(`----: ${asked('----')}; ...: ${asked('...')}`)
JS
seen=$(node ask.mjs)
printf 'seen: %s\n' "$seen"
[ "$seen" = '----: [-\nText]; ...: expected a single document in the stream, but found more' ]
