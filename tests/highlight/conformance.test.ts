/**
 * Rouge's own samples: per language, the share of characters whose class is Rouge's. `conformance/rouge.snap` holds
 * what was reached, `rouge-4.5.snap` and so on what of other versions; a change of them is part of the commit. `WHIRL_UPDATE=1` writes it anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RougeVersion } from '../../src/base/index.ts'
import { highlight, languages, tokenize } from '../../src/highlight/index.ts'
import { lacking } from '../needs.ts'

const SAMPLES = new URL('../../../shared/conformance/rouge/', import.meta.url)
/** Per language and release, Rouge's HTML of the sample where it is not 3.30's; null where it has no such language. */
const OTHERS = new URL('../../../shared/conformance/stock/rouge.json', import.meta.url)
const RELEASES: readonly (readonly [RougeVersion, string])[] = [
  ['4.5', '4.5.1'],
  ['4.7', '4.7.0'],
  ['5.1', '5.1.0'],
]
const snapOf = (name: string): URL => new URL(`../../conformance/${name}.snap`, import.meta.url)

interface Sample {
  readonly text: string
  readonly html: string
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The class of each character in Rouge's HTML. */
function classesOf(html: string): string[] {
  const out: string[] = []
  for (const [, cls, inner, plain] of html.matchAll(/<span class="([^"]*)">([^<]*)<\/span>|([^<]+)/g)) {
    const length = decode(inner ?? plain ?? '').length
    for (let i = 0; i < length; i++) out.push(cls ?? '')
  }
  return out
}

const readSample = (tag: string): Sample =>
  JSON.parse(readFileSync(new URL(`${tag}.json`, SAMPLES), 'utf8')) as Sample

function line(tag: string, rouge: RougeVersion, { text, html }: Sample): string {
  if (highlight(text, tag, { rouge }) === html) return `${tag} 100.00 exact`
  const theirs = classesOf(html)
  const ours = (tokenize(text, tag, { rouge }) ?? []).flatMap((token) =>
    Array<string>(token.text.length).fill(token.cls),
  )
  const equal = theirs.filter((cls, i) => cls === ours[i]).length
  return `${tag} ${((100 * equal) / theirs.length).toFixed(2)}`
}

function holdTo(name: string, lines: readonly string[]): void {
  const exact = lines.filter((text) => text.endsWith('exact')).length
  const snap = `exact ${exact} of ${lines.length}\n${lines.join('\n')}\n`
  if (process.env.WHIRL_UPDATE) writeFileSync(snapOf(name), snap)
  expect(snap).toBe(readFileSync(snapOf(name), 'utf8'))
}

const absent = lacking('shared', '../shared', existsSync(SAMPLES))

test.skipIf(absent)('the samples of Rouge are coloured as the snapshot says', () => {
  const written = new Set(languages())
  const tags = readdirSync(SAMPLES)
    .filter((file) => /^[a-z].*\.json$/.test(file))
    .map((file) => file.slice(0, -5))
    .filter((tag) => written.has(tag))
  holdTo(
    'rouge',
    tags.sort().map((tag) => line(tag, '3.30', readSample(tag))),
  )
})

test.skipIf(absent).each(RELEASES)('the samples that Rouge %s colours otherwise', (rouge, release) => {
  const others = JSON.parse(readFileSync(OTHERS, 'utf8')) as Record<string, Record<string, string | null>>
  const tags = Object.keys(others).filter(
    (tag) => typeof others[tag]?.[release] === 'string' && existsSync(new URL(`${tag}.json`, SAMPLES)),
  )
  const written = new Set(languages({ rouge }))
  holdTo(
    `rouge-${rouge}`,
    tags
      .filter((tag) => written.has(tag))
      .sort()
      .map((tag) => line(tag, rouge, { text: readSample(tag).text, html: others[tag]![release]! })),
  )
})
