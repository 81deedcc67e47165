import { language } from '../language.ts'
import type { Rule, States } from '../types.ts'

/** Haskell. */
export const haskell = language({
  tag: 'haskell',
  aliases: ['hs'],
  filenames: ['*.hs', '*.hs-boot'],
  states: haskellStates,
})

/** The rules of Haskell, for those languages that embed it. */
function haskellStates(): States<undefined> {
  const list: Rule<undefined>[] = [
    'blanks',
    [/'?[A-Z][\w']*/, 'kt'],
    [/_[\w']+|[a-z][\w']*/, 'nf'],
    [/,/, 'p'],
    [/[:!#$%&*+./<=>?@\\^|~-]+/, 'o'],
    [/\(/, 'p', '#push'],
    [/\)/, 'p', '#pop'],
  ]
  return {
    blanks: [
      [/\s+/, ''],
      [/\{-#/, 'cp', 'pragma'],
      [/\{-/, 'cm', 'comment'],
      [/^--\s+\|.*/, 'cd'],
      [/--+(?![!#$%&*+./<=>?@^|~:\\]).*/, 'c1'],
    ],
    pragma: [
      [/#-\}/, 'cp', '#pop'],
      [/[^#]+|#/, 'cp'],
    ],
    comment: [
      [/-\}/, 'cm', '#pop'],
      [/\{-/, 'cm', '#push'],
      [/[^{}-]+|[{}-]/, 'cm'],
    ],
    root: [
      'blanks',
      [/import(?!\w)/, 'kr', 'import'],
      [/module\b/, 'kr', 'module'],
      [
        /_(?![\w'])|(?:case|class|data|default|deriving|do|else|if|in|infix[lr]?|instance|let|newtype|of|then|type|where)\b(?!')/,
        'kr',
      ],
      [/'[^\\\n]'/u, 'sc'],
      [/'?[A-Z][\w']*/, 'kt'],
      [/'(?=\\.*')/, 'sc', 'char'],
      [/[a-z_'][\w']*/, 'n'],
      [/\\(?![:!#$%&*+\\./<=>?@^|~-]+)/, 'nf'],
      [/(\[)([a-z_][\w']*)(\|)/, ['o', 'n', 'o'], 'quasi'],
      [/(?:<-|::|->|=>|=)(?![:!#$%&*+\\./<=>?@^|~-]+)/, 'o'],
      [/[:!#$%&*+./<=>?@^|~\\-]+/, 'o'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/0o[0-7]+/i, 'mo'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/"/, 's', 'string'],
      [/\[\s*\]/, 'kt'],
      [/\(\s*\)/, 'nb'],
      [/[[\](),;`{}]/, 'p'],
    ],
    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/qualified\b/, 'k'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][\w.]*)/, ['nn', '', 'k', '', 'n'], '#pop'],
      [/([A-Z][\w.]*)(\s+)(hiding)(\s*)(\()/, ['nn', '', 'k', '', 'p'], ['#pop', 'list']],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], ['#pop', 'list']],
      [/[\w.]+/, 'nn', '#pop'],
    ],
    module: [
      [/\s+/, ''],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], 'list'],
      [/where\b/, 'kr', '#pop'],
      [/[A-Z][\w.]*/, 'nn', '#pop'],
    ],
    list,
    char: [
      [/[^\\']/, 'sc'],
      [/'/, 'sc', '#pop'],
      [/\\/, 'se', 'escape'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    // What is not an escape is an error, and the next character that is one ends it.
    escape: [
      [/[abfnrtv"'&\\]/, 'se', '#pop'],
      [/\^[\][A-Z@^_]/, 'se', '#pop'],
      [
        /NUL|SOH|STX|ETX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|SO|SI|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL/,
        'se',
        '#pop',
      ],
      [/o[0-7]+/i, 'se', '#pop'],
      [/x[\da-f]+/i, 'se', '#pop'],
      [/\d+/, 'se', '#pop'],
      [/\s+\\/, 'se', '#pop'],
    ],
    quasi: [
      [/\|\]/, 'o', '#pop'],
      [/[^|]+|\|/, ''],
    ],
  }
}
