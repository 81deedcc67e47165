import { language, words } from '../language.ts'
import { hclRules, hyphens, operators } from './hcl-rules.ts'

const WORDS = words({}, 'nx')

/** HashiCorp's configuration language, without words of its own. */
export const hcl = language({
  tag: 'hcl',
  filenames: ['*.hcl', '*.nomad'],
  vars: () => ({ end: '' }),
  changes: [hyphens(WORDS, /=/, /,/), operators(WORDS)],
  states: () => ({
    ...hclRules({ keywords: '', declarations: '', block: /=/, list: /,/ }),
    single: [
      [/'/, 's1', '#pop'],
      [/\\'/, 'se'],
      [/[^'\\]+/, 's1'],
    ],
    string: [
      [/"/, 's2', '#pop'],
      [/\\"/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
  }),
})
