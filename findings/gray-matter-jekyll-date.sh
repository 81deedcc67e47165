#!/bin/sh
# gray-matter 4.0.3 (js-yaml 3): the dates that `jekyll compose` and Jekyll's documentation write, with a time zone of four digits, are
# texts, while the same date with a colon in its zone, or with a Z, is a Date. Generators that read Jekyll's posts
# with it sort such posts as words, or leave them undated.
# Guessed: a Date of all three. Seen 2026-12-01: "+0100: string, +01:00: Date, Z: Date".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save gray-matter@4.0.3 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import matter from 'gray-matter'

const kind = (zone) => {
  const { date } = matter(`---\ndate: 2024-01-02 10:00:00 ${zone}\n---\n`).data
  return `${zone}: ${date instanceof Date ? 'Date' : typeof date}`
}
console.log(['+0100', '+01:00', 'Z'].map(kind).join(', '))
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = '+0100: string, +01:00: Date, Z: Date' ]
