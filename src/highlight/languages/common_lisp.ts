import { language, words } from '../language.ts'
import { BUILTIN, CLASSES, SPECIAL, TYPES } from './common_lisp.words.ts'

/** Common Lisp. Names are known in lower case only; `*name*` is a global variable. */
const WORDS = words({ k: SPECIAL, nb: BUILTIN, kt: TYPES, nc: CLASSES, no: 'nil t' }, 'nv')

const PART = '[\\w!$%&*+\\-/:<=>?@[\\]^{}~.]'
/** What ends a number. */
const END = '(?=[\\s"\'`();]|$)'
const SYMBOL = `(?:\\|[^|]*\\||\\\\[^\\n]|${PART})(?:\\|[^|]*\\||\\\\[^\\n]|${PART}|#)*`

export const commonLisp = language({
  tag: 'common_lisp',
  aliases: ['cl', 'common-lisp', 'elisp', 'emacs-lisp', 'lisp'],
  filenames: ['*.cl', '*.lisp', '*.asd', '*.el'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/#\|/, 'cm', 'comment'],
      [/"(?:\\[\s\S]|[^"\\])*"/, 's', undefined, { hopeless: true }],
      [new RegExp(`'(?!:+(?:[\\s()]|$))${SYMBOL}`), 'ss'],
      [new RegExp(`:(?!:)${SYMBOL}`), 'ss'],
      [/:/, 'err'],
      [new RegExp(`[-+]?\\d+(?:/\\d+|\\.?)${END}`), 'mi'],
      [
        new RegExp(`[-+]?(?:\\d*\\.\\d+(?:[defls][-+]?\\d+)?|\\d+(?:\\.\\d*)?[defls][-+]?\\d+)${END}`, 'i'),
        'mf',
      ],
      [/[()]/, 'p'],
      [/,@|[,`']/, 'o'],
      [new RegExp(`\\.+${END}`), 'o'],
      [new RegExp(`#\\\\(?:${PART}+|[\\s\\S])`), 'sc'],
      [/#'/, 'nf'],
      [new RegExp(`#:${SYMBOL}`), 'ss'],
      [/#p"(?:\\[\s\S]|[^"\\])*"/i, 'ss'],
      [/#\d*[as](?=\()/i, 'sx'],
      [/#\d+[=#]/, 'o'],
      [/#o[0-7]+/i, 'mo'],
      [/#(?:x[\da-f]+|b[01]+)|#c(?=\()/i, 'm'],
      [/#\*[01]*/, 'x'],
      [/#[-+.(]/, 'o'],
      [/#/, 'err'],
      [
        /\*(?:[^\s()"';`,|\\]|\\.)+\*(?=[\s()"';`]|$)/,
        (x, m) => {
          x.token(WORDS.words.get(m[0]) ?? 'vg', m[0])
        },
      ],
      [new RegExp(SYMBOL), WORDS],
    ],
    comment: [
      [/#\|/, 'cm', '#push'],
      [/\|#/, 'cm', '#pop'],
      [/[^#|]+|[#|]/, 'cm'],
    ],
  }),
})
