/**
 * Rouge's own samples: per language, the share of characters whose class is Rouge's. `conformance/rouge.snap` holds
 * what was reached; a change of it is part of the commit. `WHIRL_UPDATE=1` writes it anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { highlight, languages, tokenize } from '../../src/highlight/index.ts'
import { lacking } from '../needs.ts'

const SAMPLES = new URL('../../../shared/conformance/rouge/', import.meta.url)
const SNAP = new URL('../../conformance/rouge.snap', import.meta.url)

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

function line(tag: string): string {
  const { text, html } = JSON.parse(readFileSync(new URL(`${tag}.json`, SAMPLES), 'utf8')) as Sample
  if (highlight(text, tag) === html) return `${tag} 100.00 exact`
  const theirs = classesOf(html)
  const ours = (tokenize(text, tag) ?? []).flatMap((token) =>
    Array<string>(token.text.length).fill(token.cls),
  )
  const equal = theirs.filter((cls, i) => cls === ours[i]).length
  return `${tag} ${((100 * equal) / theirs.length).toFixed(2)}`
}

const absent = lacking('shared', '../shared', existsSync(SAMPLES))

test.skipIf(absent)('the samples of Rouge are coloured as the snapshot says', () => {
  const written = new Set(languages())
  const tags = readdirSync(SAMPLES)
    .filter((file) => /^[a-z].*\.json$/.test(file))
    .map((file) => file.slice(0, -5))
    .filter((tag) => written.has(tag))
  const lines = tags.sort().map(line)
  const exact = lines.filter((text) => text.endsWith('exact')).length
  const snap = `exact ${exact} of ${tags.length}\n${lines.join('\n')}\n`
  if (process.env.WHIRL_UPDATE) writeFileSync(SNAP, snap)
  expect(snap).toBe(readFileSync(SNAP, 'utf8'))
})
