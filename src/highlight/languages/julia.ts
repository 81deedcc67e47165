import { language, words } from '../language.ts'
import { atWordStart, inTurn, last } from '../states-change.ts'
import { TYPES } from './julia.words.ts'

const NAME = /[\p{Alphabetic}\p{S}_][\p{Alphabetic}\p{Nd}\p{S}\p{Po}\p{Pc}]*/u

const KNOWN = /[a-zA-Z_πℯ]\w*(?![\p{Alphabetic}\p{N}_])/u

/** Julia. */
export const julia = language({
  tag: 'julia',
  aliases: ['jl'],
  filenames: ['*.jl'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#=/, 'cm', 'comment'],
      [/#.*$/, 'c'],
      [/[[\]{}(),;]/, 'x'],
      [/((?:mutable )?struct|(?:abstract|primitive) type)(\s+)/, ['k', 'nc'], 'type name'],
      [/(function|macro)(\s+)/, ['k', 'nf'], 'function name'],
      [/@[\w.]+/, 'nd'],
      [/L?"/, 's', 'string'],
      [/'(?:\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,3}|\\u[a-fA-F0-9]{1,4}|\\U[a-fA-F0-9]{1,6}|[^\\'\n])'/u, 'sc'],
      [/`[^`]*`/, 'sb'],
      [/0x[a-fA-F0-9]+(?:_[a-fA-F0-9]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/\d+(?:_\d+)*\.(?:\d+(?:_\d+)*)?(?:[eEf][+-]?\d+)?/, 'mf'],
      [/\d+(?:_\d+)*[eEf][+-]?\d+/, 'mf'],
      [/\d+(?:_\d+)*/, 'mi'],
      [KNOWN, (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0])],
      [/(?![÷≤≥≠])[a-zA-Z_\u00a1-\ud7ff\ue000-\uffff][\w\u00a1-\ud7ff\ue000-\uffff]*!*/, 'n'],
      [/[-+*/\\^%=<>!&|~?:.$÷≤≥≠]/, 'o'],
    ],
    comment: [
      [/=#/, 'cm', '#pop'],
      [/#=/, 'cm', '#push'],
      [/[^=#]+|[=#]/, 'cm'],
    ],
    'type name': [[NAME, 'nc', '#pop']],
    'function name': [
      [NAME, 'nf', '#pop'],
      [/[^\d{\s]/u, 'o', '#pop'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\"'nrbtfav\n]|x[a-fA-F0-9]{2}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|[0-7]{1,3})/, 'se'],
      [/\$(?:\(\w+\))?[-#0 +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?/, 'si'],
      [/[^\\"$]+|\\/, 's'],
    ],
  }),
  changes: [
    // A matrix transposed.
    { since: '5.1', states: inTurn(atWordStart('root', KNOWN), last('root', [/(?<=[\w\])])'+/, 'o'])) },
  ],
})

const KEYWORDS = `abstracttype begin catch do else elseif end export finally for function if import in isa macro module mutablestruct primitivetype quote return
  struct try using where while`
const DECLARATIONS = 'const global local'
const BUILTINS = `ARGS C_NULL DEPOT_PATH ENDIAN_BOM ENV Inf Inf16 Inf32 Inf64 LOAD_PATH NaN NaN16 NaN32 NaN64 VERSION
  devnull false im missing nothing pi π ℯ stderr stdin stdout true undef`
const WORDS = words({ k: KEYWORDS, kd: DECLARATIONS, kt: TYPES, nb: BUILTINS }, 'n')
