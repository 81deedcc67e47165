#!/bin/sh
# @citation-js/plugin-cff 0.6.2 makes two works of a CITATION.cff with `preferred-citation`, the key by which its authors
# name the one work to cite instead: a list of references made from the file cites the software and the article. Where
# the file leaves `type` out, which Citation File Format 1.2.0 takes for software, the first work has no type at all.
# Guessed: the article alone, or the software with a type. Seen 2026-12-01:
# "software: The tool, article-journal: The article; undefined: The tool, article-journal: The article".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-save @citation-js/core@0.8.2 @citation-js/plugin-cff@0.6.2 >/dev/null 2>&1
cat > ask.mjs <<'JS'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-cff'

const file = (type) => `cff-version: 1.2.0
message: Cite the article.
title: The tool
${type}authors:
  - family-names: Doe
    given-names: Ann
preferred-citation:
  type: article
  title: The article
  authors:
    - family-names: Doe
      given-names: Ann
  journal: Journal of Tools
  year: 2024
`
const works = (text) => new Cite(text).data.map(({ type, title }) => `${type}: ${title}`).join(', ')
console.log(`${works(file('type: software\n'))}; ${works(file(''))}`)
JS
seen=$(node ask.mjs)
echo "seen: $seen"
[ "$seen" = 'software: The tool, article-journal: The article; undefined: The tool, article-journal: The article' ]
