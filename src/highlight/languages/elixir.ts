import { language, words } from '../language.ts'
import { atWordStart, before, inTurn, state } from '../states-change.ts'
import type { Rule, States, TokenClass } from '../types.ts'

const SIGILS = ['()', '[]', '{}', '<>', '""', "''", '||', '//'].map((pair) => [pair[0]!, pair[1]!] as const)
const HEREDOC = /"""[\s\S]*?"""/
const PLAIN_WORD = /(?:and|do|in|not|or|when|xor)(?![\w\u00aa-\uffff])/
const WORD = /[a-z_]\w*(?![\w?!\u00aa-\uffff])/
const CONSTANT = /[A-Z]\w*(?![\w\u00aa-\uffff])/
const CHARACTER = /\?[^\\\s]/
const NAME = /[a-zA-Z_!]\w*[?!]?/

/** Elixir. */
export const elixir = language({
  tag: 'elixir',
  aliases: ['elixir', 'exs'],
  filenames: ['*.ex', '*.exs'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*$/, 'c1'],
      [HEREDOC, 'sd', undefined, { needs: '"""' }],
      [/'''[\s\S]*?'''/, 'sd', undefined, { needs: "'''" }],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      'sigils',
      [/@[a-zA-Z_]\w*/, 'nv'],
      [/&&&?/, 'o'],
      [/&\d+/, 'nv'],
      [/:"/, 'ss', 'quoted atom'],
      [/:(?:===?|=~|<=|>=|<>|\+\+|--|&&|\|\||%\{\}|[-+/<>!&|~%]|[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?)/, 'ss'],
      [PLAIN_WORD, words({ k: 'do' }, 'ow')],
      [WORD, (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0])],
      [/[a-zA-Z_]\w*[?!]?:(?!:)/, 'ss'],
      [CONSTANT, 'no'],
      [/===?|!==?|!~/, 'o'],
      [NAME, words({ no: 'nil true false', bp: '__MODULE__ __FILE__ __LINE__' }, 'n')],
      [CHARACTER, 'sx'],
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
    // As if capitals were those with interpolation.
    sigils: sigilRules('r', 'R', 'W', 'CS'),
    ...sigilStates(),
  }),
  changes: [
    {
      since: '5.1',
      states: inTurn(
        before('root', HEREDOC, [/~[a-zA-Z]"""[\s\S]*?"""/, 'sd', undefined, { needs: '"""' }]),
        before('root', NAME, [/(?<=\s)!+/, 'o']),
        atWordStart('root', PLAIN_WORD, WORD, CONSTANT, CHARACTER),
        state('sigils', ...sigilRules('R', 'r', 'w', 'cs')),
      ),
    },
  ],
})

const WORDS = words(
  {
    k: `after bc case catch cond def defdelegate defexception defguard defimpl defmacro defmacrop defmodule defp
      defprotocol defrecord defstruct else end exit fn if lc raise receive rescue throw try unless`,
    kn: 'import quote require super unquote use',
  },
  'n',
)

/** What opens sigils: letters of a regular expression as it stands, and of one, of words and of texts with interpolation. */
function sigilRules(raw: string, open: string, words: string, texts: string): readonly Rule<undefined>[] {
  return SIGILS.flatMap(([delimiter]): Rule<undefined>[] => {
    const mark = delimiter.replace(/[(|[{]/, '\\$&')
    return [
      [new RegExp(`~${raw}${mark}`), 'sr', `regex ${delimiter}`],
      [new RegExp(`~${open}${mark}`), 'sr', `open regex ${delimiter}`],
      [new RegExp(`~${words}${mark}`), 'sx', `open words ${delimiter}`],
      [new RegExp(`~[wW]${mark}`), 'sx', `words ${delimiter}`],
      [new RegExp(`~[${texts}]${mark}`), 'sx', `open text ${delimiter}`],
      [new RegExp(`~[a-zA-Z]${mark}`), 'sx', `text ${delimiter}`],
    ]
  })
}

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
    states[`words ${open}`] = [end('[acs]?', 'sx'), [inside, 'sx']]
    states[`open words ${open}`] = [end('[acs]?', 'sx'), ...interpolated(open, close, 'sx')]
    states[`text ${open}`] = [end('', 'sx'), [inside, 'sx']]
    states[`open text ${open}`] = [end('', 'sx'), ...interpolated(open, close, 'sx')]
  }
  return states
}
