/**
 * Which lexer Rouge guesses (by file name: Rouge 3.30): by file name, then by an editor's mode line, then by what the text says, then,
 * where one file name is used by several languages, by words typical of one. Each step chooses among what the step
 * before left.
 */
import type { RougeVersion } from '../base/index.ts'
import { findCoarse } from './coarse.ts'
import { FILE_NAMES } from './file-names.ts'
import { isThere } from './language.ts'
import { registryOf } from './registry.ts'

/** What gives a language away, in the versions that go by it. */
interface Sign {
  readonly tag: string
  readonly pattern: RegExp
  readonly since?: RougeVersion
  readonly until?: RougeVersion
}

/** What gives a text away, wherever it is from. */
const SOURCES: readonly Sign[] = [
  { tag: 'biml', pattern: /<\s*Biml\b/ },
  {
    tag: 'diff',
    pattern:
      /^Index: |^diff --git\s+a\/.*\sb\/|(?<![^\n])[ \t]*---[^\n]*\n\+\+\+|(?<![^\n])[ \t]*\+\+\+[^\n]*\n---/,
  },
  { tag: 'hack', pattern: /<\?hh/, until: '5.1' },
  { tag: 'hack', pattern: /^<\?hh/, since: '5.1' },
  { tag: 'lasso', pattern: /<\?(?:=|lasso)/ },
  { tag: 'mosel', pattern: /(?<![^\n])[ \t]*(?:model|package)\s/, until: '4.1' },
  { tag: 'pdf', pattern: /^%PDF-/, since: '5.1' },
  { tag: 'php', pattern: /(?<![^\n])<\?php/ },
  { tag: 'postscript', pattern: /(?<![^\n])%!/ },
  { tag: 'racket', pattern: /^#lang[^\n]*(?:racket|scribble)|^#lang\nracket/ },
  { tag: 'solidity', pattern: /^pragma solidity/, until: '4.1' },
  { tag: 'tex', pattern: /^\s*\\(?:documentclass|input|documentstyle|relax)/ },
  { tag: 'yaml', pattern: /^\s*%YAML/ },
]

/** Interpreters named in a first line `#!`. */
const INTERPRETERS: readonly Sign[] = [
  interpreter('awk', 'awk'),
  interpreter('coffeescript', 'coffee'),
  interpreter('crystal', 'crystal'),
  interpreter('elixir', 'elixir', '4.5'),
  interpreter('factor', 'factor'),
  interpreter('groovy', 'groovy'),
  interpreter('groovy', 'nextflow', '4.5'),
  interpreter('haskell', 'runhaskell'),
  interpreter('io', 'io'),
  interpreter('javascript', 'node|jsc'),
  interpreter('julia', 'julia'),
  interpreter('lasso', 'lasso9'),
  interpreter('livescript', 'lsc'),
  interpreter('lua', 'lua'),
  interpreter('mojo', 'mojo', '4.5'),
  interpreter('perl', 'perl'),
  interpreter('php', 'php'),
  interpreter('python', 'python(?:[23](?:\\.\\d+)?)?'),
  interpreter('r', 'Rscript'),
  interpreter('ruby', 'ruby'),
  interpreter('sed', 'sed'),
  interpreter('shell', 'bash|zsh|ksh|sh'),
  interpreter('tcl', 'tclsh|wish'),
]

function interpreter(tag: string, names: string, since?: RougeVersion): Sign {
  return {
    tag,
    pattern: new RegExp(`\\b(?:${names})(?:\\s|$)`),
    ...(since === undefined ? {} : { since }),
  }
}

/** File names several languages use: what is looked for, in order; without a pattern, what is left. */
const SHARED: readonly (readonly [
  name: string,
  rules: readonly (readonly [tag: string, sign?: RegExp])[],
])[] = [
  [
    '*.h',
    [
      ['objective_c', /@(?:end|implementation|protocol|property)\b|@"/],
      ['cpp', /^\s*(?:catch|class|constexpr|namespace|private|protected|public|template|throw|try|using)\b/m],
      ['c'],
    ],
  ],
  [
    '*.m',
    [
      ['objective_c', /@(?:end|implementation|protocol|property)\b|@"/],
      ['mathematica', /\(\*|:=/],
      ['mason', /^\s*<(?:[%&]|\/%)/m],
      ['matlab', /^\s*%/m],
    ],
  ],
  ['*.php', [['hack', /^<\?hh/m], ['php']]],
  ['*.hh', [['hack', /<\?hh/], ['cpp']]],
  [
    '*.pl',
    [
      ['perl', /my \$/],
      ['prolog', /:-|^\w+(?:\(\w+, \w+\))?\./],
    ],
  ],
  ['*.pp', [['pascal', /\b(?:function|begin|var)\b|\bend[;.]/], ['puppet']]],
  ['*.sc', [['supercollider', /^~/m], ['python']]],
  ['*.cls', [['tex', /^\s*[\\%]/], ['apex']]],
  ['*.plist', [['plist']]],
  ['Messages', [['plaintext']]],
]

const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^$(){}|\\]/g, '\\$&')
      .replaceAll('*', '[^]*')
      .replaceAll('?', '[^]')}$`,
    'i',
  )

/** How many characters a pattern spells out; one without wildcards counts a little more. */
const literal = (pattern: string): number =>
  pattern.replace(/\[[^\]]*\]|\*/g, '').length + (/[*[]/.test(pattern) ? 0 : 0.5)

/** The languages whose pattern matches `filename` best: the longest wins. */
function byName(filename: string): { readonly tags: readonly string[]; readonly pattern: string } {
  if (filename === '') return { tags: [], pattern: '' }
  const name = filename.slice(filename.lastIndexOf('/') + 1)
  let tags: string[] = []
  let best = ''
  let most = 0
  for (const [tag, patterns] of Object.entries(FILE_NAMES))
    for (const pattern of patterns.split(' ')) {
      const length = literal(pattern)
      if (length < most || !glob(pattern).test(name)) continue
      if (length > most) tags = []
      most = length
      best = pattern
      if (!tags.includes(tag)) tags.push(tag)
    }
  return { tags, pattern: best }
}

const tagOf = (name: string, version: RougeVersion): string | undefined =>
  registryOf(version).find(name)?.tag ?? findCoarse(name, version)?.tag

/** What mode lines of Vim and Emacs in the first and last five lines say. */
function byModeLine(code: string, version: RougeVersion): string[] {
  const lines = code.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const near = (lines.length > 10 ? [...lines.slice(0, 5), ...lines.slice(-5)] : lines).join('\n')
  const vim = /(?:vim|vi|ex):\s*(?:set?:?\s[^\n:]*?)?(?:ft|filetype|syntax)=(\w+)\s?/i.exec(near)?.[1]
  const emacs =
    /-\*-\s*([\w+-]+)\s*-\*-/.exec(near)?.[1] ?? /-\*-\s*(?:[^\n]*;\s*)?mode:\s*([^\s;]+)/.exec(near)?.[1]
  return [vim, emacs].flatMap((name) => (name === undefined ? [] : (tagOf(name, version) ?? [])))
}

/** What the text itself says. */
function bySource(code: string, version: RougeVersion): string[] {
  const found = SOURCES.filter((sign) => isThere(sign, version) && sign.pattern.test(code)).map(
    ({ tag }) => tag,
  )
  const doctype = /^\s*(?:<\?[^>]*\?>\s*)*<!DOCTYPE\s+([^>]+)>/.exec(code)?.[1]
  const xml = /^<\?xml\b/.test(code)
  if (doctype !== undefined ? /\bhtml\b/i.test(doctype) : !xml && /<\s*html\b/.test(code)) found.push('html')
  if (doctype !== undefined ? !/\bhtml\b/.test(doctype) : xml) found.push('xml')
  const first = /^\s*#!([^\n]*)/.exec(code)?.[1]
  if (first !== undefined)
    for (const sign of INTERPRETERS)
      if (!found.includes(sign.tag) && isThere(sign, version) && sign.pattern.test(first))
        found.push(sign.tag)
  return found
}

/**
 * The tag of the lexer Rouge guesses for `code`, which stands in a file named `filename` if that is given;
 * `plaintext` if nothing speaks for any. Where Rouge gives up, undecided between several, it is `plaintext`, too.
 */
export function guess(code: string, filename = '', version: RougeVersion = '3.30'): string {
  const named = byName(filename)
  if (named.tags.length === 1) return named.tags[0]!
  let left = named.tags
  for (const step of [byModeLine, bySource]) {
    const said = step(code, version).filter((tag) => named.tags.length === 0 || left.includes(tag))
    if (said.length === 1) return said[0]!
    if (said.length > 1) left = said
    if (said.length > 1 && named.tags.length === 0) return 'plaintext'
  }
  const rules = SHARED.find(([pattern]) => pattern === named.pattern)?.[1] ?? []
  return rules.find(([, sign]) => sign === undefined || sign.test(code))?.[0] ?? 'plaintext'
}
