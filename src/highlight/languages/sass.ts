import { language, wordSet } from '../language.ts'
import { instead } from '../states-change.ts'
import type { Callback } from '../types.ts'
import { LATER_PROPERTIES, PROPERTIES } from './css.words.ts'
import { endAll, sassChanges, sassStates } from './scss.ts'

/** A comment takes all lines that are further in than its first; `/*` keeps the ends of its lines. */
const comment: Callback<undefined> = (x, m) => {
  const block = m[2]!.startsWith('/*')
  const cls = block ? 'cm' : 'c1'
  x.token('', m[1]!)
  x.token(cls, m[2]!)
  for (const [, indent, text, end] of m[3]!.matchAll(/([ \t\n]*)(.*)(\n?)/g)) {
    x.token('', indent!)
    // To the lexer a last line without an end is none.
    x.token(block && end === '' ? 'err' : cls, text!)
    x.token(block ? cls : '', end!)
  }
}

/** The old way to write a property, its colon first. */
const oldProperty = (properties: string): Callback<undefined> => {
  const known = wordSet(properties)
  return (x, m) => x.groups(m, 'na', known.has(m[2]!) ? 'nl' : 'na')
}

const OLD_PROPERTY = /(:)([\w-]*)/

export const sass = language({
  tag: 'sass',
  filenames: ['*.sass'],
  changes: [
    ...sassChanges,
    {
      since: '4.7',
      states: instead('statement', OLD_PROPERTY, [OLD_PROPERTY, oldProperty(LATER_PROPERTIES), 'value']),
    },
  ],
  states: () => ({
    ...sassStates([[/\n/, endAll('')]]),
    import: [
      [/\n/, '', '#pop'],
      [/[ \t]+/, ''],
      [/\S+/, 's'],
    ],
    root: [
      [/\n+/, ''],
      [/^([ \t]*)(\/\/.*)((?:\n(?:[ \t]*(?=\n)|\1[ \t]+.*))*)/, comment],
      [/^([ \t]*)(\/\*.*\n)((?:[ \t]*\n|\1[ \t]+.+\n?)*)/, comment],
      [/[ \t\r\f\v]+/, ''],
      [/(?:)/, '', 'statement'],
    ],
    // After an import Rouge is here again, though a line begins: its indentation is not expected.
    statement: [
      [/\n/, endAll('')],
      [/^()(\/\/.*)((?:\n(?:[ \t]*(?=\n)|[ \t]+.*))*)/, comment],
      [/^()(\/\*.*\n)((?:[ \t]*\n|[ \t]+.+\n?)*)/, comment],
      [/@import\b/, 'k', 'import'],
      [/(@(?:mixin|function))(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'],
      [/=[\w-]+/, 'nf', 'value'],
      [/(@include)(\s+)([\w-]+)/, ['k', '', 'nd'], 'value'],
      [/\+[\w-]+/, 'nd', 'value'],
      [/@for\b/, 'k', 'for'],
      [/@(?:debug|warn|if|each|while|else|return|media)/, 'k', 'value'],
      [/@[\w-]+/, 'k', 'selector'],
      [/(\$[\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'],
      [OLD_PROPERTY, oldProperty(PROPERTIES), 'value'],
      // To Rouge a line is a property, `.a::after` too, where no letter follows a colon, no `[` stands before it and
      // no `&` at the start.
      [/(?=[^\n&[][^\n[]*?:(?![a-z]))/, '', 'attribute'],
      [/(?:)/, '', 'selector'],
    ],
  }),
})
