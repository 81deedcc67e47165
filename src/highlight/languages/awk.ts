import { language, words } from '../language.ts'

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
      [/[?:]/, 'p', 'pattern allowed'],
      [
        /(?:break|continue|delete|do|else|exit|for|getline|if|next|nextfile|printf|print|return|while)(?!\w)/,
        'k',
        'pattern allowed',
      ],
      [/function(?![\w\u00a1-\uffff])/, 'kd', 'pattern allowed'],
      [/[a-z_]\w*/i, words({ kc: VARIABLES, kr: 'BEGIN END', nb: BUILTINS }, 'nx')],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/"(?:\\.|[^"\\])*"/, 's2', undefined, { hopeless: true }],
    ],
    blanks: [
      [/\s+/, ''],
      [/#.*$/, 'c1'],
    ],
    'pattern allowed': ['blanks', [/\//, 'sr', ['#pop', 'pattern']], [/(?=[\s\S])/, '', '#pop']],
    pattern: [
      [/\//, 'sr', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/\[\^?/, 'se', 'set'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[()?](?!\n)/, 'se'],
      // A character at the end of a line is an error, and so is the line's end.
      [/.(?!\n)/, 'sr'],
    ],
    set: [
      [/\]/, 'se', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/[^\]\\]+/, 'sr'],
    ],
  }),
})

const VARIABLES = 'ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS RSTART RLENGTH SUBSEP'
const BUILTINS = `atan2 close cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr system
  tolower toupper`
