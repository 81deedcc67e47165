/**
 * Languages coloured through TextMate grammars: the share of characters of Rouge's samples whose class is Rouge's stands
 * in `conformance/rouge-coarse.snap`; `WHIRL_UPDATE=1` writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { coarseLanguages, highlight, languages, tokenize } from '../../src/highlight/index.ts'
import { lacking } from '../needs.ts'

const SAMPLES = new URL('../../../shared/conformance/rouge/', import.meta.url)
const SNAP = new URL('../../conformance/rouge-coarse.snap', import.meta.url)

const joined = (code: string, tag: string): string =>
  (tokenize(code, tag) ?? []).map((token) => token.text).join('')

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

describe.each(coarseLanguages())('%s', (tag) => {
  test('tokens joined are the text', () => {
    for (const code of HARD) expect(joined(code, tag)).toBe(code)
  })
})
