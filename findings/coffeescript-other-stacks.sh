#!/bin/sh
# coffeescript 1.12.7, the compiler of jekyll-coffeescript, sets `Error.prepareStackTrace` for the whole process when it is loaded. For
# frames named <anonymous>, as those of code that was made by `new Function`, its function looks for the source map of the script
# it compiled last and compiles that once more: after a script that does not compile, reading the `stack` of any such error
# of other code does not give a stack, but raises the error of the script.
# Seen 2026-12-01: "before: Error: mine; after: SyntaxError: missing ]".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save coffeescript@1.12.7 >/dev/null 2>&1
cat > ask.cjs <<'JS'
const made = new Function('return new Error("mine")')
const said = () => {
  try {
    return String(made().stack).split('\n')[0]
  } catch (error) {
    return `${error.name}: ${error.message}`
  }
}
const before = said()
const { compile } = require('coffeescript')
try {
  compile('x = 1\ny = [\n')
} catch {}
console.log(`before: ${before}; after: ${said()}`)
JS
seen=$(node ask.cjs)
echo "seen: $seen"
[ "$seen" = 'before: Error: mine; after: SyntaxError: missing ]' ]
