import { language } from '../language.ts'

export const dot = language({
  tag: 'dot',
  filenames: ['*.dot'],
  changes: [{ since: '4.1', aliases: ['graphviz'] }],
  states: () => ({
    values: [
      [/\s+/, ''],
      [/\/\/.*|#.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/"(?:\\[\s\S]|[^"\\])*"/, 's2', undefined, { hopeless: true }],
      // Where its end is missing, a string ends with its last escaped quote.
      [/"(?:\\[\s\S]|[^"\\])*\\"/, 's2', undefined, { hopeless: true }],
      [/\d*\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/</, 'p', 'html'],
      [/[a-z_]\w*(?=\s*=)/i, 'n'],
    ],
    root: [
      [/(?:node|edge|graph|digraph|subgraph|strict)\b/i, 'k'],
      'values',
      [/[a-z_]\w*/i, 'nv'],
      [/[{};:=]/, 'p'],
      [/\[/, 'o', 'attributes'],
      [/->|--/, 'o'],
    ],
    attributes: [[/\]/, 'o', '#pop'], 'values', [/[a-z_]\w*/i, 'nv'], [/[;,=]/, 'p']],
    html: [
      [/[^<>]+/, (x, m) => x.delegate('html', m[0])],
      [/<[\s\S]+?>/, (x, m) => x.delegate('html', m[0]), undefined, { needs: '>' }],
      [/>/, 'p', '#pop'],
    ],
  }),
})
