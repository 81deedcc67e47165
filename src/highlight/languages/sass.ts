import { language, wordSet } from '../language.ts'
import type { Callback } from '../types.ts'
import { PROPERTIES } from './css.words.ts'
import { property, sassStates } from './scss.ts'

/** A comment takes all lines that are further in than its first. */
const comment: Callback<undefined> = (x, m) => {
  const block = m[2]!.startsWith('/*')
  const cls = block ? 'cm' : 'c1'
  x.token('', m[1]!)
  x.token(cls, m[2]!)
  for (const line of m[3]!.split('\n').slice(1)) {
    const text = line.trimStart()
    x.token(block ? cls : '', '\n')
    x.token('', line.slice(0, line.length - text.length))
    x.token(cls, text)
  }
  if (block && x.text[x.at] === '\n') {
    x.extend(x.at + 1)
    x.token(cls, '\n')
  }
}

/** The old way to write a property, its colon first. */
const oldProperty = (): Callback<undefined> => {
  const known = wordSet(PROPERTIES)
  return (x, m) => x.groups(m, 'na', known.has(m[2]!) ? 'nl' : 'na')
}

export const sass = language({
  tag: 'sass',
  filenames: ['*.sass'],
  states: () => ({
    ...sassStates([[/\n/, '', '#pop']]),
    property: [
      [/#\{/, 'si', 'interpolation'],
      [/[\w-]+/, 'na'],
      [/([ \t]*)(:)/, ['', 'p'], '#goto value'],
      [/\n/, '', '#pop'],
    ],
    import: [
      [/\n/, '', '#pop'],
      [/[ \t]+/, ''],
      [/\S+/, 's'],
    ],
    comments: [
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
    ],
    root: [
      [/\n+/, ''],
      [/^([ \t]*)(\/\/.*)((?:\n\1[ \t]+.*)*)/, comment],
      [/^([ \t]*)(\/\*.*)((?:\n\1[ \t]+.*)*)/, comment],
      [/[ \t\r\f\v]+/, ''],
      [/(@import)([ \t]+)/, ['k', ''], 'import'],
      'comments',
      [/(@(?:mixin|function))(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'],
      [/=[\w-]+/, 'nf', 'value'],
      [/(@include)(\s+)([\w-]+)/, ['k', '', 'nd'], 'value'],
      [/\+[\w-]+/, 'nd', 'value'],
      [
        /@(?:extend|use|forward|at-root|keyframes|-[\w-]*keyframes|font-face|supports|page)(?![\w-])/,
        'k',
        'selector',
      ],
      [/@[\w-]+/, 'k', 'value'],
      [/(\$[\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'],
      [/([\w-]+)([ \t]*)(:)(?=[^a-zA-Z])/, property()],
      [/(:)([\w-]*)/, oldProperty(), 'value'],
      // To Rouge a line is a property, `.a::after` too, where no letter follows a colon and neither `[` nor `&`
      // stands before it.
      [/(?=[^\n&[]+?:[^a-zA-Z])/, '', 'property'],
      [/(?:)/, '', 'selector'],
    ],
  }),
})
