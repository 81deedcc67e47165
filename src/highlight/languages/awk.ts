import { language, words } from '../language.ts'
import { first } from '../states-change.ts'

/** AWK. After an operator or an opening bracket a slash begins a pattern. */
export const awk = language({
  tag: 'awk',
  filenames: ['*.awk'],
  states: () => ({
    root: [
      'blanks',
      [/\$\w*/, 'nv'],
      [/\+\+|--|\|\||&&|in\b|!?~/, 'o', 'pattern allowed'],
      [/[-<>+*%^/!=]=?|\|/, 'o', 'pattern allowed'],
      [/[(,]/, 'p', 'pattern allowed'],
      [/;/, 'p', 'pattern allowed'],
      [/[)\].]/, 'p'],
      [/\[/, 'p', 'pattern allowed'],
      [/[{}]/, 'p', 'pattern allowed'],
      [/\?/, 'p', ['ternary', 'pattern allowed']],
      [/:/, 'p'],
      [
        /(?:break|continue|delete|do|else|exit|for|getline|if|next|nextfile|printf|print|return|while)(?!\w)/,
        'k',
        'pattern allowed',
      ],
      [/function(?!\w)/, 'kd', 'pattern allowed'],
      [/[a-z_]\w*/i, words({ kc: VARIABLES, kr: 'BEGIN END', nb: BUILTINS }, 'nx')],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/"(?:\\[\s\S]|[^"\\])*\\?"/, 's2', undefined, { hopeless: true }],
    ],
    // The colon that belongs to a question mark.
    ternary: [[/:/, 'p', '#goto pattern allowed'], 'root'],
    blanks: [
      [/\s+/, ''],
      [/#.*$/, 'c1'],
    ],
    'pattern allowed': ['blanks', [/\//, 'sr', ['#pop', 'pattern']], [/(?=[\s\S])/, '', '#pop']],
    pattern: [
      [/\//, 'sr', '#pop'],
      // The end of a line is an error, together with the character before it.
      [/[\s\S]?\n/u, 'err', '#pop'],
      [/\\./, 'se'],
      [/\[\^?/, 'se', 'set'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[()?]/, 'se'],
      [/./, 'sr'],
    ],
    set: [
      [/[\s\S]?\n/u, 'err', '#pop:2'],
      [/\]/, 'se', '#pop'],
      [/\\.|\//, 'se'],
      [/./, 'sr'],
    ],
  }),
  // At the start of a line, but the first.
  changes: [{ since: '5.1', states: first('root', [/(?<=\n)\//, 'sr', 'pattern']) }],
})

const VARIABLES = 'ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS RSTART RLENGTH SUBSEP'
const BUILTINS = `atan2 close cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr system
  tolower toupper`
