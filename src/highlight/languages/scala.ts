import { language, words } from '../language.ts'
import { respelled } from '../states-change.ts'

const LETTER = String.raw`[\p{Alphabetic}_$]`
const MARK = String.raw`[-'!#%&*/:?+<=>@\\^\x60|~\x7f\p{Sm}\p{So}]`
/** Marks may follow an underscore. */
const NAME = String.raw`${LETTER}[\p{Alphabetic}\p{Nd}_$]*(?:(?<=_)${MARK}+)?`
/** A name, marks, or anything between backticks; of these, the first that fits. */
const ANY_NAME = String.raw`(?:${NAME}|${MARK}+|\x60[^\x60]+\x60)`
const END = String.raw`(?<=[\p{Alphabetic}\p{Nd}_])(?![\p{Alphabetic}\p{Nd}_])`
const IN_WORD = String.raw`[\p{Alphabetic}\p{Nd}_]`

const KEYWORDS =
  'abstract|case|catch|def|do|else|extends|final|finally|for|forSome|if|implicit|lazy|match|new|override|private|protected|requires|return|sealed|super|this|throw|try|val|var|while|with|yield|true|false|null'

const re = (source: string): RegExp => new RegExp(source, 'u')

/** Scala. */
export const scala = language({
  tag: 'scala',
  aliases: ['scala'],
  filenames: ['*.scala', '*.sbt'],
  states: () => ({
    root: [
      'blanks',
      [/(class|trait|object)(\s+)/, ['k', ''], 'class'],
      [re(`'${NAME}(?!')`), 'ss'],
      [re(`@${NAME}`), 'nd'],
      [re(String.raw`(def)(\s+)(${ANY_NAME})`), ['k', '', 'nf']],
      [re(String.raw`(val)(\s+)(${ANY_NAME})`), ['k', '', 'nv']],
      [/this(?=\s*\.)/, 'k'],
      [re(String.raw`(${NAME})(\.)(${NAME})`), ['nv', 'o', 'py']],
      [re(String.raw`(\.)(${NAME})`), ['o', 'py']],
      [re(String.raw`[\p{Uppercase}$_]${LETTER}[\p{Alphabetic}\p{Nd}_$]*${END}`), 'nc'],
      [re(String.raw`${NAME}(?=\s*\()`), 'nf'],
      [re(String.raw`_(?!${IN_WORD})|(?:<[%:-]|=>|>:|[#=@⇒←])(?=${IN_WORD}|\s|$)`), 'k'],
      [/(type)(\s+)/, ['k', ''], 'type'],
      [re(`:(?!${MARK})`), 'k', 'type'],
      [/(import|package)(\s+)/, ['k', ''], 'import'],
      [/"""[\s\S]*?"""(?!")/, 's', undefined, { needs: '"""' }],
      // Without an end the last escaped quotation mark is one.
      [/"(?:\\[\s\S]|[^"\\])*\\?"/, 's', undefined, { hopeless: true }],
      [/'\\.'|'[^\\]'|'\\u[\da-fA-F]{4}'/u, 'sc'],
      [/`[^`]+`/, 'n', undefined, { needs: '`' }],
      [re(`(?:${KEYWORDS})(?!${IN_WORD})`), words({ kc: 'true false null' }, 'k')],
      [re(NAME), 'n'],
      [/\[/, 'o', 'typeparam'],
      [/\d+\.(?:\d+)?(?:e[+-]?\d+)?[fd]?|\d+[fd]/i, 'mf'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+L?/, 'mi'],
      [/[(){};,.#]/, 'o'],
      [re(`${MARK}+`), 'o'],
    ],
    blanks: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    class: [
      [re(String.raw`(${ANY_NAME})(\s*)(\[)`), ['nc', '', 'o'], 'typeparam'],
      [/\s+/, ''],
      [/\/\/.*/, 'c1', '#pop'],
      [/[{(]/, 'o', '#pop'],
      [re(ANY_NAME), 'nc', '#pop'],
    ],
    type: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1', '#pop'],
      [/<[%:]|>:|[#_⇒]|forSome|type/, 'k'],
      [/([,);}]|=>|=)(\s*)/, ['o', ''], '#pop'],
      [/[({]/, 'o', '#push'],
      [re(String.raw`((?:${ANY_NAME}\.)*${NAME})(\s*)(\[)`), ['kt', '', 'o'], ['#pop', 'typeparam']],
      [re(String.raw`((?:${ANY_NAME}\.)*${NAME})(\s*$)`), ['kt', ''], '#pop'],
      [re(String.raw`\.|${ANY_NAME}`), 'kt'],
    ],
    typeparam: [
      [/[\s,]+/, ''],
      [/<[%:]|=>|>:|[#_⇒]|forSome|type/, 'k'],
      [/[\])}]/, 'o', '#pop'],
      [/[([{]/, 'o', '#push'],
      [re(String.raw`\.|${ANY_NAME}`), 'kt'],
    ],
    import: [[re(String.raw`(?:${NAME}|\.)+`), 'nn', '#pop']],
  }),
  changes: [
    // Quotation marks are no operators any more.
    { since: '4.5', states: respelled(MARK, String.raw`[-!#%&*/:?+<=>@\\^|~\p{Sm}\p{So}]`) },
  ],
})
