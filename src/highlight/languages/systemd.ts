import { language } from '../language.ts'

/** systemd's unit files. */
export const systemd = language({
  tag: 'systemd',
  aliases: ['unit-file'],
  filenames: ['*.service'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[;#].*/, 'c'],
      [/\[.*?\]$/, 'k'],
      [/(.*?)(=)(.*)(\\\n)/, ['nt', 'p', '', 'se'], 'continuation'],
      [/(.*?)(=)(.*)/, ['nt', 'p', '']],
    ],
    continuation: [
      [/(.*?)(\\\n)/, ['', 'se']],
      [/(.*)'/, '', '#pop'],
    ],
  }),
})
