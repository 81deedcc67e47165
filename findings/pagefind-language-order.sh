#!/bin/sh
# Pagefind 1.5.2 writes the languages of a site in several languages into pagefind-entry.json in an order that differs
# from run to run, over the same pages added in the same order: two builds of one site are not the same bytes, though
# every other file of the index is.
# Guessed: the order in which the languages were met, or the alphabet's. Seen 2026-12-01: of twelve runs over pages in
# six languages "more than one order; all other files alike".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save pagefind@1.5.2 >/dev/null 2>&1
cat > index.mjs <<'JS'
import { createHash } from 'node:crypto'
import { close, createIndex } from 'pagefind'

const { index } = await createIndex({})
for (const lang of ['en', 'de', 'fr', 'es', 'it', 'pt'])
  await index.addHTMLFile({ url: `/${lang}/`, content: `<html lang="${lang}"><body><h1>One ${lang}</h1><p>Some words</p></body></html>` })
const { files } = await index.getFiles()
const others = files.filter(({ path }) => path !== 'pagefind-entry.json')
const digest = createHash('sha256')
for (const { path, content } of others.sort((a, b) => (a.path < b.path ? -1 : 1))) digest.update(path).update(content)
const entry = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === 'pagefind-entry.json').content))
console.log(Object.keys(entry.languages).join(), digest.digest('hex'))
await close()
JS
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do node index.mjs; done > runs
orders=$(cut -d' ' -f1 runs | sort -u | wc -l)
others=$(cut -d' ' -f2 runs | sort -u | wc -l)
[ "$orders" -gt 1 ] && seen='more than one order' || seen='one order'
[ "$others" -eq 1 ] && seen="$seen; all other files alike" || seen="$seen; other files differ, too"
echo "seen: $seen"
[ "$seen" = 'more than one order; all other files alike' ]
