/** docs/plugins.md has everything that plugins find under `whirl-blog`, and nothing else. */
import fs from 'node:fs'
import { expect, test } from 'vitest'

const api = fs.readFileSync('src/plugin-api.ts', 'utf8')
const docs = fs.readFileSync('docs/plugins.md', 'utf8')

/** Names in the braces of `export { … }`, the new one of `a as b`. */
function exported(): readonly string[] {
  const groups = [...api.matchAll(/^export \* as (\w+)/gm)].map(([, name = '']) => name)
  return [...api.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => (name.trim().split(' ').at(-1) ?? '').trim())
    .filter((name) => name !== '')
    .concat(groups)
}

/** Names in the first column of the tables and in the list of types. */
function documented(): readonly string[] {
  const section = docs.slice(
    docs.indexOf('## What `whirl-blog` has'),
    docs.indexOf('## Where plugins come from'),
  )
  const cells = [...section.matchAll(/^\| (`.*?`) \| /gm)].map(([, cell]) => cell ?? '')
  const types = /\*\*Types alone:\*\*[^*]*?\n\n/.exec(section)?.[0] ?? ''
  return [...cells, types].flatMap((text) =>
    [...text.matchAll(/`(\w+)[^`]*`/g)].map(([, name]) => name ?? ''),
  )
}

test('what is exported is documented, and what is documented is exported', () => {
  expect(documented().toSorted()).toEqual(exported().toSorted())
})
