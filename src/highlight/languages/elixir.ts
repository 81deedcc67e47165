import { language, words } from '../language.ts'
import type { Rule, States, TokenClass } from '../types.ts'

/** Elixir. */
export const elixir = language({
  tag: 'elixir',
  aliases: ['elixir', 'exs'],
  filenames: ['*.ex', '*.exs'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*$/, 'c1'],
      [/"""[\s\S]*?"""/, 'sd', undefined, { needs: '"""' }],
      [/'''[\s\S]*?'''/, 'sd', undefined, { needs: "'''" }],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      ...SIGILS.flatMap(([open]): Rule<undefined>[] => {
        const mark = open.replace(/[(|[{]/, '\\$&')
        return [
          [new RegExp(`~r${mark}`), 'sr', `regex ${open}`],
          [new RegExp(`~R${mark}`), 'sr', `open regex ${open}`],
          [new RegExp(`~[CSW]${mark}`), 'sx', `sigil ${open}`],
          [new RegExp(`~[a-zA-Z]${mark}`), 'sx', `raw ${open}`],
        ]
      }),
      [/@[a-zA-Z_]\w*/, 'nv'],
      [/&&/, 'o'],
      [/&\d+/, 'nv'],
      [/:"/, 'ss', 'quoted atom'],
      [/:(?:===?|=~|<=|>=|<>|\+\+|--|&&|\|\||%\{\}|[-+/<>!&|~%]|[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?)/, 'ss'],
      [
        /[a-z_]\w*(?![\w?!\u00aa-\uffff])/,
        (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0]),
      ],
      [/[a-zA-Z_]\w*[?!]?:(?!:)/, 'ss'],
      [/[A-Z]\w*(?![\w\u00aa-\uffff])/, 'no'],
      [/===?|!==?|!~/, 'o'],
      [/[a-zA-Z_!]\w*[?!]?/, words({ no: 'nil true false', bp: '__MODULE__ __FILE__ __LINE__' }, 'n')],
      [/\?[^\\\s]/, 'sx'],
      [/\d(?:_?\d)*\.\d(?:_?\d)*(?:e[-+]?\d+)?\b/i, 'mf'],
      [/0b[01]+\b/, 'mb'],
      [/0o[0-7]+\b/, 'mo'],
      [/0x[\da-fA-F]+\b/, 'mh'],
      [/\d(?:_?\d)*\b/, 'mi'],
      [/::/, 'p'],
      [/=~|=>|%=|=|~~~|\^\^\^|\.{1,3}|->|<-|\|>|<>|>>|>(?!<)|[-+*/<&|^]/, 'o'],
      [/%\{|[%:;,()[\]{}\\]/, 'p'],
    ],
    single: [[/'/, 's1', '#pop'], 'escapes', [/#\{/, 'si', 'interpolation'], [/[^'\\#]+|[#\\]/, 's1']],
    double: [[/"/, 's2', '#pop'], 'escapes', [/#\{/, 'si', 'interpolation'], [/[^"\\#]+|[#\\]/, 's2']],
    'quoted atom': [
      [/"/, 'ss', '#pop'],
      [/#\{/, 'si', 'interpolation'],
      [/[^"#]+/, 'ss'],
    ],
    escapes: [[/\\(?:x[\da-fA-F]{2}|u\{?[\da-fA-F]+\}?|[abdefnrstv0"'\\])/, 'se']],
    interpolation: [[/\}/, 'si', '#pop'], 'root'],
    ...sigilStates(),
  }),
})

const SIGILS = ['()', '[]', '{}', '<>', '""', "''", '||', '//'].map((pair) => [pair[0]!, pair[1]!] as const)
const WORDS = words(
  {
    k: `after bc case catch cond def defdelegate defexception defguard defimpl defmacro defmacrop defmodule defp
      defprotocol defrecord defstruct do else end exit fn if lc raise receive rescue throw try unless`,
    kn: 'import quote require super unquote use',
    ow: 'and in not or when xor',
  },
  'n',
)

/** For each delimiter: a regular expression and a sigil as they stand, and both with interpolation. */
function sigilStates(): States<undefined> {
  const states: Record<string, readonly Rule<undefined>[]> = {}
  const escaped = (c: string) => c.replace(/[()|[\]{}\\/]/, '\\$&')
  const interpolated = (open: string, close: string, cls: TokenClass): readonly Rule<undefined>[] => [
    [/#\{/, 'si', 'interpolation'],
    [new RegExp(`[^#\\\\${escaped(open)}${escaped(close)}]+`), cls],
    [/#/, cls],
  ]
  for (const [open, close] of SIGILS) {
    const inside = new RegExp(`[^${escaped(open)}${escaped(close)}]+`)
    const end = (flags: string, cls: TokenClass): Rule<undefined> => [
      new RegExp(`${escaped(close)}${flags}`),
      cls,
      '#pop',
    ]
    states[`regex ${open}`] = [end('[gimsuxf]*', 'sr'), [inside, 'sr']]
    states[`open regex ${open}`] = [end('[gimsuxf]*', 'sr'), ...interpolated(open, close, 'sr')]
    states[`raw ${open}`] = [end('[acs]?', 'sx'), [inside, 'sx']]
    states[`sigil ${open}`] = [end('[acs]?', 'sx'), ...interpolated(open, close, 'sx')]
  }
  return states
}
