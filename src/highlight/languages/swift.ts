import { language, words } from '../language.ts'
import { before } from '../states-change.ts'

/** Swift. A name before `(` is called, a name before `:` is a label. */
const AVAILABLE = /#available\([^)\n]*\)/

export const swift = language({
  tag: 'swift',
  filenames: ['*.swift'],
  states: () => ({
    root: [
      [/^([ \t]*)(#.*)/, ['', 'cp']],
      [/[ \t\r\f\v]+|\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/"/, 's', 'string'],
      [/'(?:\\.|[^\\\n])'/, 'sc'],
      [/\$(?:\d+|\$\d+)/, 'nv'],
      [/(`)([\p{L}_\p{So}\p{Lo}][\p{L}\d_\p{So}]*)(`)/u, ['p', 'nv', 'p']],
      [/[()[\]{},:;?\\]/, 'p'],
      [/[-/=+*%<>!&|^.~]+/, 'o'],
      [/@[\p{L}_][\p{L}\d_]*/u, 'kd'],
      [/(?:private|internal)\(set\)|unowned\((?:safe|unsafe)\)/, 'kd'],
      [AVAILABLE, 'kd'],
      [/(#(?:selector|keyPath)\()([^)]+?(?:\(.*?\))?)(\))/, ['kd', 'nf', 'kd']],
      [/#(?:line|file|column|function|dsohandle)/, 'kd'],
      [/(let|var)(\s+)([\p{L}_\p{So}\p{Lo}][\p{L}\d_\p{So}]*)/u, ['k', '', 'nv']],
      [/(let|var)(\s+)(?=\()/u, ['k', ''], 'tuple'],
      [/as[?!]|try!/, 'k'],
      [/(?:Self|Type)(?![\p{L}\d_]|[?!]?\s*\()/u, 'k'],
      [/\p{Lu}[\p{L}\d_]*/u, 'kt'],
      [
        /[\p{L}_\p{So}\p{Lo}][\p{L}\d_\p{So}]*(?=[?!]?\s*\()/u,
        words({ k: 'if while for switch case guard unowned', kt: '' }, 'nf'),
      ],
      [/(#?[\p{L}_\p{So}\p{Lo}][\p{L}\d_\p{So}]*)(?=\s*:)/u, words({ k: 'default' }, 'nv')],
      [/0x[\da-f_]+(?:\.[\da-f_]+)?(?:p[+-]?[\d_]+)?/i, 'mh'],
      [/0b[01_]+/, 'mb'],
      [/0o?[0-7_]+/, 'mo'],
      [/\d[\d_]*(?:\.\d[\d_]*(?:e[+-]?[\d_]+)?|e[+-]?[\d_]+)/i, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [
        /[\p{L}_\p{So}\p{Lo}][\p{L}\d_\p{So}]*/u,
        words({ k: KEYWORDS, kd: DECLARATIONS, kc: 'true false nil' }, 'n'),
      ],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\\(/, 'se', 'interpolation'],
      [/\\(?:['"\\0nrt]|u\{[\da-f]+\})/i, 'se'],
      [/[^\\"]+/, 's'],
    ],
    interpolation: [[/\(/, 'p', 'nested'], [/\)/, 'se', '#pop'], 'root'],
    nested: [[/\(/, 'p', '#push'], [/\)/, 'p', '#pop'], 'root'],
    tuple: [
      [/\(/, 'p', '#push'],
      [/\)/, 'p', '#pop:2'],
      [/[\p{L}_\p{So}\p{Lo}][\p{L}\d_\p{So}]*/u, 'nv'],
      'root',
    ],
  }),
  changes: [{ since: '4.1', states: before('root', AVAILABLE, [/#[\p{L}_\p{So}][\p{L}\d_\p{So}]*/u, 'k']) }],
})

const KEYWORDS = `Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ as associativity async await break case catch
  continue default defer didSet do dynamicType else fallthrough for get guard if in infix inout is isolated mutating new
  none nonmutating operator override postfix precedence precedencegroup prefix repeat rethrows return self set super
  switch throw throws try unowned weak where while willSet`
const DECLARATIONS = `actor let var associatedtype class convenience deinit dynamic enum extension fileprivate final func import
  indirect init internal lazy nonisolated open optional private protocol public required some static struct subscript
  typealias`
