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
          [new RegExp(`~[rR]${mark}`), 'sr', `regex ${open}`],
          [new RegExp(`~[a-z]${mark}`), 'sx', `raw ${open}`],
          [new RegExp(`~[A-Z]${mark}`), 'sx', `sigil ${open}`],
        ]
      }),
      [/@[a-z_]\w*/, 'nv'],
      [/&\d+/, 'nv'],
      [/:"[^"\n]*"/, 'ss'],
      [/:(?:===?|=~|<=|>=|<>|\+\+|--|&&|\|\||%\{\}|[-+/<>!&|~%]|[a-zA-Z_]\w*[?!]?)/, 'ss'],
      [/[a-z_]\w*(?![\w?!])/, (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0])],
      [/[a-zA-Z_]\w*[?!]?:(?!:)/, 'ss'],
      [/[A-Z]\w*/, 'no'],
      [/[a-z_]\w*[?!]?/, words({ no: 'nil true false', bp: '__MODULE__ __FILE__ __LINE__' }, 'n')],
      [/!(?![=!])/, 'n'],
      [/\?[^\\\s]/, 'sx'],
      [/\d(?:_?\d)*\.\d(?:_?\d)*(?:e[-+]?\d+)?\b/i, 'mf'],
      [/0b[01]+\b/, 'mb'],
      [/0o[0-7]+\b/, 'mo'],
      [/0x[\da-fA-F]+\b/, 'mh'],
      [/\d(?:_?\d)*\b/, 'mi'],
      [/::/, 'p'],
      [/===?|!==?|=~|=>|=|~~~|\^\^\^|\.{1,3}|->|<-|\|>|<>|[-+*/<>&|^]|!=/, 'o'],
      [/%\{|[%:;,()[\]{}\\]/, 'p'],
    ],
    single: [[/'/, 's1', '#pop'], 'escapes', [/#\{/, 'si', 'interpolation'], [/[^'\\#]+|#/, 's1']],
    double: [[/"/, 's2', '#pop'], 'escapes', [/#\{/, 'si', 'interpolation'], [/[^"\\#]+|#/, 's2']],
    escapes: [[/\\(?:x[\da-fA-F]{2}|u\{?[\da-fA-F]+|[\s\S])/, 'se']],
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

/** For each delimiter: a regular expression, a sigil as it stands (small letters), one with interpolation. */
function sigilStates(): States<undefined> {
  const states: Record<string, readonly Rule<undefined>[]> = {}
  for (const [open, close] of SIGILS) {
    const escaped = (c: string) => c.replace(/[()|[\]{}\\/]/, '\\$&')
    const inside = new RegExp(`[^${escaped(open)}${escaped(close)}]+`)
    const end = (flags: string, cls: TokenClass): Rule<undefined> => [
      new RegExp(`${escaped(close)}${flags}`),
      cls,
      '#pop',
    ]
    states[`regex ${open}`] = [end('[gimsuxf]*', 'sr'), [inside, 'sr']]
    states[`raw ${open}`] = [end('[acs]?', 'sx'), [inside, 'sx']]
    states[`sigil ${open}`] = [
      end('[acs]?', 'sx'),
      [/#\{/, 'si', 'interpolation'],
      [new RegExp(`[^#\\\\${escaped(open)}${escaped(close)}]+`), 'sx'],
      [/#/, 'sx'],
    ]
  }
  return states
}
