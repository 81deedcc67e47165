/** kramdown's own cases (../shared/conformance/kramdown/cases.json), as kramdown 2.4 prints them, through `toHtml`. */
import { existsSync, readFileSync } from 'node:fs'
import { highlight } from '../../src/highlight/index.ts'
import { toHtml } from '../../src/kramdown/index.ts'

const CASES = new URL('../../../shared/conformance/kramdown/cases.json', import.meta.url)

interface Case {
  readonly name: string
  readonly text: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

export interface Failure {
  readonly name: string
  readonly text: string
  readonly expected: string
  readonly got: string
}

export interface Result {
  readonly total: number
  readonly failures: readonly Failure[]
}

export function casesPresent(): boolean {
  return existsSync(CASES)
}

/** The three pictures the cases show; a caller has a table of its own. */
const EMOJI: Readonly<Record<string, string>> = { smile: '1f604', tada: '1f389', sparkles: '2728' }

/** Enough of a transliteration for the letters of the cases. */
function transliterate(text: string): string {
  const plain = text.replaceAll('ß', 'ss').replaceAll('Đ', 'D').replaceAll('\u00a0', ' ')
  return plain.normalize('NFD').replace(/\p{M}/gu, '')
}

function convert({ name, text, options }: Case): string {
  const custom = name === 'gfm/emoji_custom'
  const base = custom ? 'http://example.com/images' : 'https://github.githubassets.com/images/icons/emoji'
  return toHtml(text, {
    ...options,
    ...(custom ? { gfm_emojis: true } : {}),
    highlight: (code, language) => highlight(code, language),
    emoji: (word) => (EMOJI[word] === undefined ? undefined : `${base}/unicode/${EMOJI[word]}.png`),
    transliterate,
  }).html
}

export function runConformance(): Result {
  const cases = JSON.parse(readFileSync(CASES, 'utf8')) as Case[]
  const failures: Failure[] = []
  for (const one of cases) {
    const got = convert(one)
    if (got !== one.html) failures.push({ name: one.name, text: one.text, expected: one.html, got })
  }
  return { total: cases.length, failures }
}
