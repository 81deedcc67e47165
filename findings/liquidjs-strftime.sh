#!/bin/sh
# LiquidJS 10.30.1: the `date` filter prints some of strftime's directives as they stand, without an error, and with
# strictFilters too: %V (ISO week), %G (ISO year), %D, %F, %R, %T. Liquid for Ruby prints what they mean.
# A template moved from Jekyll keeps working but shows `%F` in the page.
# Seen 2026-11-29: "%V %G %D %F %R %T" for 2020-06-15 12:30; expected: "25 2020 06/15/20 2020-06-15 12:30 12:30:00".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent liquidjs@10.30.1
cat >ask.cjs <<'JS'
const { Liquid } = require('liquidjs')
const liquid = new Liquid({ strictFilters: true })
console.log(liquid.parseAndRenderSync("{{ '2020-06-15 12:30' | date: '%V %G %D %F %R %T' }}"))
JS
seen=$(TZ=UTC node ask.cjs)
echo "seen: $seen"
[ "$seen" = "%V %G %D %F %R %T" ]
