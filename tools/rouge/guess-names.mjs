// node tools/rouge/guess-names.mjs      writes src/highlight/file-names.ts from ../shared/conformance/rouge/_lexers.json
import fs from 'node:fs'
import path from 'node:path'
import { ROOT, SAMPLES } from './rouge.mjs'

const lexers = JSON.parse(fs.readFileSync(path.join(SAMPLES, '_lexers.json'), 'utf8'))
const quote = (name) => `'${name}'`
fs.writeFileSync(
  path.join(ROOT, 'src/highlight/file-names.ts'),
  `// Written by tools/rouge/guess-names.mjs: the file names of each lexer of Rouge 3.30. A table.
/** Patterns separated by spaces, by tag. */
export const FILE_NAMES: Readonly<Record<string, string>> = {
${lexers
  .filter((l) => l.filenames.length > 0)
  .map((l) => `  ${/^\w+$/.test(l.tag) ? l.tag : quote(l.tag)}: ${quote(l.filenames.join(' '))},`)
  .join('\n')}
}
`,
)
