#!/bin/sh
# LiquidJS 10.30.1: `replace: '', 'x'` puts the text between characters alone; Liquid for Ruby (gsub) puts it at both
# ends, too, and so does JavaScript's own replaceAll. `replace_first: ''` of LiquidJS does begin at the start.
# Seen 2026-11-29: "hxi xhi"; Ruby: "xhxix xhi".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent liquidjs@10.30.1
cat >ask.cjs <<'JS'
const { Liquid } = require('liquidjs')
console.log(new Liquid().parseAndRenderSync("{{ 'hi' | replace: '', 'x' }} {{ 'hi' | replace_first: '', 'x' }}"))
JS
seen=$(node ask.cjs)
echo "seen: $seen"
[ "$seen" = "hxi xhi" ]
