// node tools/rouge/registry.mjs      writes src/highlight/registry-table.ts: all files of src/highlight/languages/
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './rouge.mjs'

const folder = path.join(ROOT, 'src/highlight/languages')
const found = fs
  .readdirSync(folder)
  .sort()
  .flatMap((file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    return [...text.matchAll(/^export const (\w+) = language\b/gm)].map(([, name]) => ({ file, name }))
  })
const lines = [
  '// Written by tools/rouge/registry.mjs from the files of languages/.',
  "import type { VersionedLanguage } from './language.ts'",
  ...[...new Set(found.map(({ file }) => file))].map((file) => {
    const names = found.filter((f) => f.file === file).map((f) => f.name)
    return `import { ${names.join(', ')} } from './languages/${file}'`
  }),
  '',
  '/** Every language there is. */',
  `export const LANGUAGES: readonly VersionedLanguage[] = [\n${found.map(({ name }) => `  ${name},\n`).join('')}]`,
  '',
]
fs.writeFileSync(path.join(ROOT, 'src/highlight/registry-table.ts'), lines.join('\n'))
