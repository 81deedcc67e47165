import { language } from '../language.ts'

/** TeX and LaTeX. */
export const tex = language({
  tag: 'tex',
  aliases: ['TeX', 'LaTeX', 'latex'],
  filenames: ['*.tex', '*.aux', '*.toc', '*.sty', '*.cls'],
  states: () => ({
    general: [
      [/%.*$/, 'c'],
      [/[{}&_^]/, 'p'],
    ],
    root: [
      [/\\\[/, 'p', 'display'],
      [/\\\(/, 'p', 'inline'],
      [/\$\$/, 'p', 'display'],
      [/\$/, 'p', 'inline'],
      [/\\(?:begin|end)\{[^}\n]{0,300}\}/, 'nt'],
      [/(\\verb)\b(\S)(.*?)(\2)/, ['nb', 'kp', 'sx', 'kp']],
      [/\\(?:[a-zA-Z]+|\s+|[\s\S])/, 'k', 'command'],
      'general',
      [/[^\\$%&_^{}]+/, ''],
    ],
    math: [
      [/\\(?:[a-zA-Z]+|[\s\S])/, 'nv'],
      'general',
      [/\d+/, 'm'],
      [/[-=!+*/()[\]]/, 'o'],
      [/[^-=!+*/()[\]\\$%&_^{}0-9]+/, 'nb'],
    ],
    inline: [[/\\\)/, 'p', '#pop'], [/\$/, 'p', '#pop'], 'math'],
    display: [[/\\\]/, 'p', '#pop'], [/\$\$/, 'p', '#pop'], [/\$/, 'nb'], 'math'],
    command: [
      [/\[.*?\]/, 'na'],
      [/\*/, 'k'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
  }),
})
