import { language } from '../language.ts'
import { before } from '../states-change.ts'

/** nginx's configuration: directives, blocks and parameters. */
export const nginx = language({
  tag: 'nginx',
  filenames: ['nginx.conf'],
  changes: [{ since: '4.5', states: before('base', /[0-9]+[kmg]?\b/i, [/[0-9]+\.[0-9]+/, 'mf']) }],
  states: () => ({
    root: [[/(include)(\s+)([^\s;]+)/, ['k', '', 'n']], [/[^\s;#{}$()]+/, 'k', 'statement'], 'base'],
    block: [[/\}/, 'p', '#pop:2'], [/[^\s;#{}$()]+/, 'kn', 'statement'], 'base'],
    statement: [[/\{/, 'p', 'block'], [/;/, 'p', '#pop'], 'base'],
    base: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/(?:on|off)\b/, 'no'],
      [/\$[\w-]+/, 'nv'],
      [/([a-z0-9.-]+)(:)(\d+)/i, ['nf', 'p', 'mi']],
      [/[a-z-]+\/[a-z-]+/i, 'nc'],
      [/[0-9]+[kmg]?\b/i, 'mi'],
      [/(~)([ \t]*)([^\s{]+)/, ['p', '', 'sr']],
      [/[=~:]/, 'p'],
      [/\/[^\s;#${()]*/, 'n'],
      [/[^#\s;{}$\\]+/, 's'],
      [/[$;]/, ''],
    ],
  }),
})
