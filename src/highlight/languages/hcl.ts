import { language } from '../language.ts'
import { hclRules } from './hcl-rules.ts'

/** HashiCorp's configuration language, without words of its own. */
export const hcl = language({
  tag: 'hcl',
  filenames: ['*.hcl', '*.nomad'],
  vars: () => ({ end: '' }),
  states: () => ({
    ...hclRules({ keywords: '', declarations: '', block: /=/, list: /,/ }),
    string: [
      [/"/, 's2', '#pop'],
      [/\\['"\\]/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
  }),
})
