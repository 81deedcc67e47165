import { language, words } from '../language.ts'
import { TYPES } from './julia.words.ts'

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
      [/((?:mutable\s+)?struct|(?:abstract|primitive)\s+type)(?=\s)/, 'k', 'type name'],
      [/function(?=\s)/, 'k', 'function name'],
      [/@[a-zA-Z_][\w.]*/, 'nd'],
      [/"/, 's', 'string'],
      [/'(?:\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,3}|\\u[a-fA-F0-9]{1,4}|\\U[a-fA-F0-9]{1,6}|[^\\'\n])'/u, 'sc'],
      [/`[^`]*`/, 'sb'],
      [/0x[a-f0-9]+(?:_[a-f0-9]+)*/i, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/\d+(?:_\d+)*\.(?!\.)(?:\d+(?:_\d+)*)?(?:[eEf][+-]?\d+)?/, 'mf'],
      [/\d+(?:_\d+)*[eEf][+-]?\d+/, 'mf'],
      [/\d+(?:_\d+)*/, 'mi'],
      [
        /(?![÷≤≥≠])[a-zA-Z_\u00a1-\uffff][\w\u00a1-\uffff!]*/,
        words({ k: KEYWORDS, kd: DECLARATIONS, kt: TYPES, nb: BUILTINS }, 'n'),
      ],
      [/[-+*/\\^%=<>!&|~?:.$÷≤≥≠]/, 'o'],
    ],
    comment: [
      [/=#/, 'cm', '#pop'],
      [/#=/, 'cm', '#push'],
      [/[^=#]+|[=#]/, 'cm'],
    ],
    'type name': [
      [/\s+/, 'nc'],
      [/[^\s({]+/, 'nc', '#pop'],
      [/[({]/, 'x', '#pop'],
    ],
    'function name': [
      [/\s+/, 'nf'],
      [/[({]/, 'o', '#pop'],
      [/[^\s({]+/, 'nf', '#pop'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\"'nrbtfav]|x[a-f0-9]{2}|[0-7]{1,3})/, 'se'],
      [/\$\s*/, 'si'],
      [/[^\\"$]+|\\/, 's'],
    ],
  }),
})

const KEYWORDS = `begin catch do else elseif end export finally for function if import in isa macro module quote return
  struct try using where while`
const DECLARATIONS = 'const global local'
const BUILTINS = `ARGS C_NULL DEPOT_PATH ENDIAN_BOM ENV Inf Inf16 Inf32 Inf64 LOAD_PATH NaN NaN16 NaN32 NaN64 VERSION
  devnull false im missing nothing pi π ℯ stderr stdin stdout true undef`
