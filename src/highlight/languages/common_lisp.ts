import { language, words } from '../language.ts'
import { BUILTIN, CLASSES, SPECIAL, TYPES } from './common_lisp.words.ts'

/** Common Lisp. Names are known in lower case only; `*name*` is a global variable. */
const WORDS = words({ k: SPECIAL, nb: BUILTIN, kt: `${TYPES} nil`, nc: `${CLASSES} t` }, 'nv')

const PART = '[\\w!$%&*+\\-/:<=>?@[\\]^{}~.]'
/** What ends a number. */
const END = '(?=[\\s"\'`();])'
const NAME = `(?:\\\\[^\\n]|${PART})(?:\\\\[^\\n]|${PART}|[#,])*`
const SYMBOL = `(?:\\|[^|]+\\||${NAME})`
/** After a quote or a colon a comma may come first. */
const QUOTED = `(?:\\|[^|]+\\||(?:\\\\[^\\n]|${PART}|,)(?:\\\\[^\\n]|${PART}|[#,])*)`

export const commonLisp = language({
  tag: 'common_lisp',
  aliases: ['cl', 'common-lisp', 'elisp', 'emacs-lisp', 'lisp'],
  filenames: ['*.cl', '*.lisp', '*.asd', '*.el'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/#\|/, 'cm', 'comment'],
      [/"(?:\\.|[^"\\])*"/, 's', undefined, { needs: '"' }],
      [new RegExp(`'(?!:)${QUOTED}`), 'ss'],
      [new RegExp(`:(?!:)${QUOTED}`), 'ss'],
      [/:/, 'err'],
      [new RegExp(`[-+]?\\d+(?:/\\d+|\\.?)${END}`), 'mi'],
      [new RegExp(`[-+]?(?:\\d*\\.\\d+(?:[defls][-+]?\\d+)?|\\d+(?:\\.\\d*)?[defls][-+]?\\d+)${END}`), 'mf'],
      [/\(/, 'p', 'list'],
      [/,@|[,`']/, 'o'],
      [/\.+/, 'o'],
      [new RegExp(`(?:nil|t)${END}`), 'no'],
      [new RegExp(`#\\\\(?:${PART}+|[^\\n]${END})`, 'u'), 'sc'],
      [/#'/, 'nf'],
      [new RegExp(`#:${QUOTED}`), 'ss'],
      [/#p"(?:\\[\s\S]|[^"\\])*"/i, 'ss'],
      [/#\d*[as](?=\()/i, 'sx'],
      [/#\d+[=#]/, 'o'],
      [/#o[0-7]+/i, 'mo'],
      [/#(?:x[\da-f]+|b[01]+)|#c(?=\()/i, 'm'],
      [/#\*[01]*/, 'x'],
      [/#\(/, 'o', 'list'],
      [/#[-+.,]/, 'o'],
      [/#/, 'err'],
      [new RegExp(`\\*(?:${PART}|[#,]|\\\\.)+\\*`), (x, m) => x.token(WORDS.words.get(m[0]) ?? 'vg', m[0])],
      [new RegExp(SYMBOL), WORDS],
    ],
    list: [[/\)/, 'p', '#pop'], 'root'],
    comment: [
      [/#\|/, 'cm', '#push'],
      [/\|#/, 'cm', '#pop'],
      [/[^#|]+|[#|]/, 'cm'],
    ],
  }),
})
