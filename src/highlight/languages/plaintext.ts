import { language } from '../language.ts'

export const plaintext = language({
  tag: 'plaintext',
  aliases: ['text'],
  filenames: ['*.txt', 'Messages'],
  states: () => ({ root: [[/[\s\S]+/, '']] }),
})
