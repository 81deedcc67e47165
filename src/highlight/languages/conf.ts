import { language } from '../language.ts'

export const conf = language({
  tag: 'conf',
  aliases: ['config', 'configuration'],
  filenames: ['*.conf', '*.config'],
  states: () => ({
    root: [
      [/#.*\n/, 'c', undefined, { needs: '\n' }],
      [/".*?"/, 's2'],
      [/'.*?'/, 's1'],
      [/[a-z]\w*/i, 'n'],
      [/\d+/, 'm'],
      [/[^\w#"']+/, ''],
    ],
  }),
})
