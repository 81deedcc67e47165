import { language, words } from '../language.ts'

const NAME = '[$a-zA-Z_][a-zA-Z0-9_$]*'

/** CoffeeScript. Behind a mark, a keyword or a line's start a slash begins an expression. */
export const coffeescript = language({
  tag: 'coffeescript',
  aliases: ['coffee', 'coffee-script'],
  filenames: ['*.coffee', 'Cakefile'],
  start: ['slash'],
  states: () => ({
    blanks: [
      [/\s+/, ''],
      [/###(?!#)[\s\S]*?###/, 'cm', undefined, { needs: '###' }],
      [/#.*/, 'c1'],
    ],
    slash: [
      'blanks',
      [/\/\/\//, 'sr', '#goto expression'],
      [/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gim]+\b|\B)/, 'sr', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    expression: [
      [/\/\/\/(?:[gim]+\b|\B)/, 'sr', '#pop'],
      [/#\{/, 'si', 'interpolation'],
      [/#.*/, 'c1'],
      [/\s+/, ''],
      'escapes',
      [/[^\s/#\\]+|\//, 'sr'],
    ],
    root: [
      [/^(?=\s|\/)/, '', 'slash'],
      'blanks',
      [/(?:and|or|is|isnt|not|in|of)\b/, 'o', 'slash'],
      [/[-=]>|\+\+|--|\?|::?|\\(?=\n)|(?:<<|>>>?|==?|!=?|&&|\|\||[-<>+*`%&|^/~])=?/, 'o', 'slash'],
      [new RegExp(`(\\.)([ \\t]*)(${NAME})`), ['p', '', 'na'], 'slash'],
      [/[{([;,]/, 'p', 'slash'],
      [/[})\].]/, 'p'],
      [new RegExp(`(@)([ \\t]*)(${NAME})`), ['vi', '', 'na'], 'slash'],
      [new RegExp(`${NAME}(?=\\s*:)`), 'na', 'slash'],
      [
        new RegExp(NAME),
        words(
          {
            k: `await break by catch class continue debugger delete do else export extends finally for if import instanceof
              loop new return super switch then this throw try typeof until when while yield`,
            no: 'true false yes no on off null undefined NaN Infinity',
            nb: `Array Boolean Date Error Function Math Number Object RegExp String decodeURI decodeURIComponent encodeURI
              encodeURIComponent eval isFinite isNaN parseFloat parseInt document window`,
          },
          'nx',
        ),
        'slash',
      ],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'mi'],
      [/"""/, 's', 'heredoc'],
      [/'''/, 's', 'plain heredoc'],
      [/"/, 's', 'string'],
      [/'/, 's', 'plain string'],
    ],
    escapes: [[/\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/, 'se']],
    inside: ['escapes', [/#\{/, 'si', 'interpolation'], [/#/, 's']],
    heredoc: [[/"""/, 's', '#pop'], 'inside', [/[^"#\\]+|"/, 's']],
    'plain heredoc': [[/'''/, 's', '#pop'], 'escapes', [/[^'\\]+|'/, 's']],
    string: [[/"/, 's', '#pop'], 'inside', [/[^"#\\]+/, 's']],
    'plain string': [[/'/, 's', '#pop'], 'escapes', [/[^'\\]+/, 's']],
    interpolation: [[/\}/, 'si', '#pop'], 'root'],
  }),
})
