import { language } from '../language.ts'

/** JSON as people write it about: comments, bare keys, `...`. */
export const jsonDoc = language({
  tag: 'json-doc',
  aliases: ['jsonc'],
  states: () => ({
    root: ['pairs', 'values', [/[\]}]/, 'p', '#pop']],
    values: [
      [/\s+/, 'w'],
      [/\/\*[\s\S]*?\*\//, 'c', undefined, { needs: '*/' }],
      [/\/\/.*/, 'c1'],
      [/\.\.\./, 'c1'],
      [/"/, 's2', 'string'],
      [/(?:true|false|null)/, 'kc'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
      [/\{/, 'p', 'object'],
      [/\[/, 'p', 'array'],
    ],
    pairs: [
      [/("(?:\\.|[^"\\\n])*")(\s*)(:)/, ['nl', 'w', 'p']],
      [/([$\w]{1,256})(\s*)(:)/, ['na', '', 'p']],
    ],
    object: [[/\}/, 'p', '#pop'], [/,/, 'p'], 'pairs', 'values'],
    array: [[/\]/, 'p', '#pop'], [/,/, 'p'], 'values'],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\./, 'se'],
      [/"/, 's2', '#pop'],
    ],
  }),
})
