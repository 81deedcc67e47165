/**
 * The cases of this folder in every version of Rouge. A section `html 4.5` holds from 4.5 on, up to the next one; what
 * stands in none is as in 3.30. An older version has its own section, for that version only.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROUGE_VERSIONS, type RougeVersion } from '../../src/base/index.ts'
import { highlight } from '../../src/highlight/index.ts'
import { readFixtures } from '../fixtures.ts'

/** Languages whose colouring by these versions is not recorded and not ours yet. To become empty. */
const NOT_YET: Readonly<Record<string, readonly RougeVersion[]>> = {
  applescript: ['5.1'],
  coq: ['5.1'],
  glsl: ['5.1'],
  perl: ['5.1'],
  php: ['5.1'],
  puppet: ['5.1'],
  python: ['5.1'],
  viml: ['5.1'],
}

function expected(sections: Readonly<Record<string, string>>, version: RougeVersion): string | undefined {
  if (version === '3.26') return sections['html 3.26'] ?? sections.html
  const upTo = ROUGE_VERSIONS.slice(1, ROUGE_VERSIONS.indexOf(version) + 1)
  return upTo.reduce((html, each) => sections[`html ${each}`] ?? html, sections.html)
}

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))) {
  const tag = file.slice(0, -4)
  const versions = ROUGE_VERSIONS.filter((version) => NOT_YET[tag]?.includes(version) !== true)
  describe(tag, () => {
    for (const { title, sections } of readFixtures(new URL(file, import.meta.url)))
      test(title, () => {
        const ours = versions.map((rouge) => [rouge, highlight(sections.code!, tag, { rouge }) ?? ''])
        const theirs = versions.map((version) => [version, expected(sections, version)])
        expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
      })
  })
}
