/**
 * Which lexer Rouge 3.30 guesses: by file name, then by an editor's mode line, then by what the text says, then,
 * where one file name is used by several languages, by words typical of one. Each step chooses among what the step
 * before left.
 */
import { ALIASES, FILE_NAMES } from './file-names.ts'

/** What gives a text away, wherever it is from. */
const SOURCES: Readonly<Record<string, RegExp>> = {
  biml: /<\s*Biml\b/,
  diff: /^Index: |^diff --git\s+a\/.*\sb\/|(?<![^\n])[ \t]*---[^\n]*\n\+\+\+|(?<![^\n])[ \t]*\+\+\+[^\n]*\n---/,
  hack: /<\?hh/,
  lasso: /<\?(?:=|lasso)/,
  mosel: /(?<![^\n])[ \t]*(?:model|package)\s/,
  php: /(?<![^\n])<\?php/,
  postscript: /(?<![^\n])%!/,
  racket: /^#lang[^\n]*(?:racket|scribble)|^#lang\nracket/,
  solidity: /^pragma solidity/,
  tex: /^\s*\\(?:documentclass|input|documentstyle|relax)/,
  yaml: /^\s*%YAML/,
}

/** Interpreters named in a first line `#!`, by language. */
const INTERPRETERS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    awk: 'awk',
    coffeescript: 'coffee',
    crystal: 'crystal',
    factor: 'factor',
    groovy: 'groovy',
    haskell: 'runhaskell',
    io: 'io',
    javascript: 'node|jsc',
    julia: 'julia',
    lasso: 'lasso9',
    livescript: 'lsc',
    lua: 'lua',
    perl: 'perl',
    php: 'php',
    python: 'python(?:[23](?:\\.\\d+)?)?',
    r: 'Rscript',
    ruby: 'ruby',
    sed: 'sed',
    shell: 'bash|zsh|ksh|sh',
    tcl: 'tclsh|wish',
  }).map(([tag, names]) => [tag, new RegExp(`\\b(?:${names})(?:\\s|$)`)]),
)

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

const KNOWN: ReadonlySet<string> = new Set(Object.keys(FILE_NAMES))
const tagOf = (name: string): string | undefined => ALIASES[name] ?? (KNOWN.has(name) ? name : undefined)

/** What mode lines of Vim and Emacs in the first and last five lines say. */
function byModeLine(code: string): string[] {
  const lines = code.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const near = (lines.length > 10 ? [...lines.slice(0, 5), ...lines.slice(-5)] : lines).join('\n')
  const vim = /(?:vim|vi|ex):\s*(?:set?:?\s[^\n:]*?)?(?:ft|filetype|syntax)=(\w+)\s?/i.exec(near)?.[1]
  const emacs =
    /-\*-\s*([\w+-]+)\s*-\*-/.exec(near)?.[1] ?? /-\*-\s*(?:[^\n]*;\s*)?mode:\s*([^\s;]+)/.exec(near)?.[1]
  return [vim, emacs].flatMap((name) => (name === undefined ? [] : (tagOf(name) ?? [])))
}

/** What the text itself says. */
function bySource(code: string): string[] {
  const found = Object.keys(SOURCES).filter((tag) => SOURCES[tag]!.test(code))
  const doctype = /^\s*(?:<\?[^>]*\?>\s*)*<!DOCTYPE\s+([^>]+)>/.exec(code)?.[1]
  const xml = /^<\?xml\b/.test(code)
  if (doctype !== undefined ? /\bhtml\b/i.test(doctype) : !xml && /<\s*html\b/.test(code)) found.push('html')
  if (doctype !== undefined ? !/\bhtml\b/.test(doctype) : xml) found.push('xml')
  const first = /^\s*#!([^\n]*)/.exec(code)?.[1]
  if (first !== undefined)
    for (const [tag, names] of Object.entries(INTERPRETERS))
      if (!found.includes(tag) && names.test(first)) found.push(tag)
  return found
}

/**
 * The tag of the lexer Rouge guesses for `code`, which stands in a file named `filename` if that is given;
 * `plaintext` if nothing speaks for any. Where Rouge gives up, undecided between several, it is `plaintext`, too.
 */
export function guess(code: string, filename = ''): string {
  const named = byName(filename)
  if (named.tags.length === 1) return named.tags[0]!
  let left = named.tags
  for (const step of [byModeLine, bySource]) {
    const said = step(code).filter((tag) => named.tags.length === 0 || left.includes(tag))
    if (said.length === 1) return said[0]!
    if (said.length > 1) left = said
    if (said.length > 1 && named.tags.length === 0) return 'plaintext'
  }
  const rules = SHARED.find(([pattern]) => pattern === named.pattern)?.[1] ?? []
  return rules.find(([, sign]) => sign === undefined || sign.test(code))?.[0] ?? 'plaintext'
}
