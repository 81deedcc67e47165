import { language } from '../language.ts'
import { hclRules } from './hcl-rules.ts'

/** Terraform's dialect of HCL: words of its own, and `${…}` in strings. */
export const terraform = language({
  tag: 'terraform',
  aliases: ['tf'],
  filenames: ['*.tf'],
  vars: () => ({ end: '' }),
  states: () => ({
    ...hclRules({
      keywords: 'terraform module provider variable resource data provisioner output',
      declarations: 'var local',
      block: /[.,()=*]/,
      list: /[.,()*]/,
    }),
    string: [
      [/"/, 's2', '#pop'],
      [/\$\{/, 'k', 'interpolation'],
      [/\\./, 'se'],
      [/[^"\\$]+/, 's2'],
    ],
    interpolation: [
      [/\}/, 'k', '#pop'],
      [/\s+/, ''],
      [/"\//, 'dl', 'regexp'],
      [/[a-z$_][\w$]*-[\w$-]*/i, 'nx'],
      'values',
      [/[.,()[\]]/, 'p'],
      [/[-+*/%&|=!<>?:~^]+/, 'o'],
    ],
    // After a regular expression Rouge is back in the string around, whatever of the interpolation is left.
    regexp: [
      [/\/"/, 'dl', '#pop:2'],
      [/[^/]+|\//, 'sr'],
    ],
  }),
})
