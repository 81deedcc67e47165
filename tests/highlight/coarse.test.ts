/**
 * Languages coloured through TextMate grammars: the share of characters of Rouge's samples whose class is Rouge's stands
 * in `conformance/rouge-coarse.snap`; `WHIRL_UPDATE=1` writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROUGE_VERSIONS } from '../../src/base/index.ts'
import { coarseLanguages, highlight, languages, tokenize } from '../../src/highlight/index.ts'
import { lacking } from '../needs.ts'

const SAMPLES = new URL('../../../shared/conformance/rouge/', import.meta.url)
const SNAP = new URL('../../conformance/rouge-coarse.snap', import.meta.url)

const joined = (code: string, tag: string): string =>
  (tokenize(code, tag) ?? tokenize(code, tag, { rouge: '5.1' }) ?? []).map((token) => token.text).join('')

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function share(tag: string): string {
  const file = new URL(`${tag}.json`, SAMPLES)
  if (!existsSync(file)) return ''
  const { text, html } = JSON.parse(readFileSync(file, 'utf8')) as { text: string; html: string }
  const theirs: string[] = []
  for (const [, cls = '', inner, plain] of html.matchAll(/<span class="([^"]*)">([^<]*)<\/span>|([^<]+)/g))
    theirs.push(...Array<string>(decode(inner ?? plain ?? '').length).fill(cls))
  const ours = (tokenize(text, tag) ?? []).flatMap((token) =>
    Array<string>(token.text.length).fill(token.cls),
  )
  const equal = theirs.filter((cls, at) => cls === ours[at]).length
  return `${tag} ${((100 * equal) / theirs.length).toFixed(2)}\n`
}

const absent = lacking('shared', '../shared', existsSync(SAMPLES))

test.skipIf(absent)('the share of characters with Rouge’s class is what the snapshot says', () => {
  const snap = coarseLanguages().map(share).join('')
  if (process.env.WHIRL_UPDATE) writeFileSync(SNAP, snap)
  // A language that got a lexer of its own since may still stand there.
  const coarse = new Set(coarseLanguages())
  const kept = readFileSync(SNAP, 'utf8').match(/.*\n/g) ?? []
  expect(snap).toBe(kept.filter((line) => coarse.has(line.split(' ')[0] ?? '')).join(''))
})

test.skipIf(absent)('every name Rouge knows is known, by tag and alias', () => {
  const lexers = JSON.parse(readFileSync(new URL('_lexers.json', SAMPLES), 'utf8')) as readonly {
    readonly tag: string
    readonly aliases: readonly string[]
  }[]
  const unknown = lexers
    .flatMap(({ tag, aliases }) => [tag, ...aliases])
    .filter((name) => highlight('x', name) === undefined)
  expect(unknown).toEqual([])
})

const STOCK = new URL('../../../shared/conformance/stock/rouge-lexers.json', import.meta.url)

test.skipIf(lacking('shared', '../shared', existsSync(STOCK)))(
  'each version of Rouge knows its own names',
  () => {
    const releases: Readonly<
      Record<string, Readonly<Record<string, { readonly aliases: readonly string[] }>>>
    > = JSON.parse(readFileSync(STOCK, 'utf8'))
    const namesOf = (release: string) =>
      new Set(Object.entries(releases[release]!).flatMap(([tag, { aliases }]) => [tag, ...aliases]))
    const all = new Set(Object.keys(releases).flatMap((release) => [...namesOf(release)]))
    for (const version of ['4.5', '4.7', '5.1'] as const) {
      const names = namesOf(Object.keys(releases).find((release) => release.startsWith(version))!)
      const ours = [...all].filter((name) => highlight('x', name, { rouge: version }) !== undefined)
      expect(ours.sort()).toEqual([...names].sort())
    }
  },
)

test('names that came and went between versions', () => {
  const versions = (name: string) =>
    ROUGE_VERSIONS.filter((rouge) => highlight('x', name, { rouge }) !== undefined).join(' ')
  expect(
    ['solidity', 'stan', 'heex', 'graphviz', 'rml', 'svelte', 'nf', 'bicep', 'thrift', 'coq'].map((name) => [
      name,
      versions(name),
    ]),
  ).toEqual([
    ['solidity', '3.26 3.30'],
    ['stan', '3.30 4.1 4.5 4.7 5.1'],
    ['heex', '3.30 4.1 4.5 4.7 5.1'],
    ['graphviz', '4.1 4.5 4.7 5.1'],
    ['rml', '4.1 4.5 4.7 5.1'],
    ['svelte', '4.5 4.7 5.1'],
    ['nf', '4.5 4.7 5.1'],
    ['bicep', '4.7 5.1'],
    ['thrift', '5.1'],
    ['coq', '3.26 3.30 4.1 4.5 4.7 5.1'],
  ])
  expect(coarseLanguages({ rouge: '5.1' })).toContain('rocq')
  expect(coarseLanguages({ rouge: '5.1' })).not.toContain('coq')
  expect(coarseLanguages()).not.toContain('svelte')
})

test('a language has one place', () => {
  const exact = new Set(languages())
  expect(coarseLanguages().filter((tag) => exact.has(tag))).toEqual([])
})

test('names Rouge does not know stay unknown, though there is a grammar', () => {
  for (const name of ['p4', 'mermaid', 'fish', 'astro', 'constructor', ''])
    expect(highlight('x', name)).toBeUndefined()
})

const HARD = [
  '',
  '\n',
  'a\n',
  '\n\na',
  '  x = "é 日本 😀\ud800"\r\n\t/* <b> & */ # c\n\n',
  '"unended\nx = 1 + y(2)\n',
  `(* { <% {{ {% /* ''' """ #| |# --[[\n\0\u2028x\n`,
  `${'x = ( "'.repeat(400)}\ny\n`,
  '((((([[[{{{\n'.repeat(200),
]

describe.each([...new Set([...coarseLanguages(), ...coarseLanguages({ rouge: '5.1' })])])('%s', (tag) => {
  test('tokens joined are the text', () => {
    for (const code of HARD) expect(joined(code, tag)).toBe(code)
  })
})
