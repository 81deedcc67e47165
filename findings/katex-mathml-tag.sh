#!/bin/sh
# KaTeX 0.19.1 (so 0.16.47): `\tag` in an `align` environment is in what `output: 'html'` gives and not in what `output: 'mathml'` gives,
# where the cell for the number stands empty. Of an equation outside of an environment both have it. A page that
# takes MathML alone, which needs no style sheet, loses the numbers that its text refers to.
# Guessed: that both outputs have the tag. Seen 2026-12-01:
# "mathml, equation: true; mathml, align: false; html, align: true".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save katex@0.19.1 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import katex from 'katex'

// The source of the formula stands in an annotation, too, which is not shown.
const shows = (tex, output) =>
  katex
    .renderToString(tex, { displayMode: true, output })
    .replace(/<annotation.*<\/annotation>/s, '')
    .includes('7')
const equation = 'a = b \\tag{7}'
const align = '\\begin{align} a &= b \\tag{7} \\end{align}'
console.log(
  `mathml, equation: ${shows(equation, 'mathml')}; mathml, align: ${shows(align, 'mathml')}; html, align: ${shows(align, 'html')}`,
)
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = 'mathml, equation: true; mathml, align: false; html, align: true' ]
