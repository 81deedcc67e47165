import { language, wordSet } from '../language.ts'
import type { Callback, States } from '../types.ts'
import { COLORS, PROPERTIES, VALUES } from './css.words.ts'

/** An identifier of style sheets. */
const CSS_ID = '[\\p{L}_-][\\p{L}\\p{M}\\p{N}_-]*'
const ID = CSS_ID
const VENDOR = /^(?:-(?:ah|atsc|hp|khtml|moz|ms|o|rim|ro|tc|wap|webkit|xv)|mso|prince)-/
const UNITS = `px|pt|pc|in|cm|mm|em|ex|ch|rem|vw|vh|vmin|vmax|deg|grad|rad|turn|s|ms|Hz|kHz|dpi|dpcm|dppx`

/** Is this a property Rouge knows? */
const propertyTest = (): ((name: string) => boolean) => {
  const properties = wordSet(PROPERTIES)
  return (name) => properties.has(name) || VENDOR.test(name)
}

/** Emits a word in a value: a known value, a colour or any name. */
const valueWord = (): Callback<unknown> => {
  const values = wordSet(VALUES)
  const colors = wordSet(COLORS)
  return (x, m) => x.token(values.has(m[0]) ? 'nb' : colors.has(m[0]) ? 'no' : 'n', m[0])
}

const cssStates = (): States<undefined> => {
  const isProperty = propertyTest()
  return {
    root: [
      'basics',
      [/\{/, 'p', 'stanza'],
      [new RegExp(`::?${ID}`, 'u'), 'nd'],
      [new RegExp(`\\.${ID}`, 'u'), 'nc'],
      [new RegExp(`#${ID}`, 'u'), 'nf'],
      [/@[\p{L}-][\p{L}\p{M}\p{N}_-]*/u, 'k', 'at rule'],
      [new RegExp(ID, 'u'), 'nt'],
      [/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'],
      [/"(?:\\[\s\S]|[^"\\])*"/, 's1', undefined, { hopeless: true }],
      [/'(?:\\[\s\S]|[^'\\])*'/, 's2', undefined, { hopeless: true }],
    ],
    basics: [
      [/\s+/, ''],
      [/\/\*[\s\S]*?\*\//, 'c', undefined, { needs: '*/' }],
    ],
    value: [
      'basics',
      [/url\(.*?\)/, 'sx'],
      [/#[0-9a-f]{1,6}/i, 'm'],
      [new RegExp(`-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:%|(?:${UNITS})\\b)?`), 'm'],
      [/[[\]():/.,]/, 'p'],
      [/"(?:\\[\s\S]|[^"\\])*"/, 's1', undefined, { hopeless: true }],
      [/'(?:\\[\s\S]|[^'\\])*'/, 's2', undefined, { hopeless: true }],
      [new RegExp(ID, 'u'), valueWord()],
    ],
    'at rule': [
      // A block of declarations, or of rules.
      [new RegExp(`\\{(?=\\s*${ID}\\s*:)`, 'u'), 'p', '#goto stanza'],
      [/\{/, 'p', '#goto at block'],
      [/;/, 'p', '#pop'],
      'value',
    ],
    'at block': [[/\}/, 'p', '#pop'], 'root'],
    stanza: [
      'basics',
      [/\}/, 'p', '#pop'],
      [
        new RegExp(`(${ID})(\\s*)(:)`, 'u'),
        (x, m) => {
          x.groups(m, isProperty(m[1]!) ? 'nl' : 'py', '', 'p')
          x.push('stanza value')
        },
      ],
    ],
    'stanza value': [[/;/, 'p', '#pop'], [/(?=\})/, '', '#pop'], [/!\s*important\b/, 'cp'], 'value'],
  }
}

export const css = language({ tag: 'css', filenames: ['*.css'], states: cssStates })
